/** Sizes that Teams requires, in pixels (Microsoft Learn, "App icons"). */
export const iconSizes = { color: 192, outline: 32 } as const;

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** PNG colour types with an alpha channel: grey with alpha, and RGB with alpha. */
const transparentColorTypes = [4, 6];

/** What is wrong with an icon, judged by its PNG header (W3C PNG specification, section 11.2.1). */
export function iconProblems(kind: keyof typeof iconSizes, bytes: Buffer): string[] {
  if (bytes.length < 26 || !bytes.subarray(0, 8).equals(pngSignature)) return ['is not a PNG image'];
  const [width, height, colorType] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20), bytes.readUInt8(25)];
  const size = iconSizes[kind];
  const problems: string[] = [];
  if (width !== size || height !== size) {
    problems.push(`is ${width}×${height} pixels and must be ${size}×${size}`);
  }
  if (kind === 'outline' && !transparentColorTypes.includes(colorType)) {
    problems.push('must have a transparent background');
  }
  return problems;
}
