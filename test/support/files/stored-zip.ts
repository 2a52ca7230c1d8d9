const localHeader = 0x04034b50;

/** The files of a zip that holds them uncompressed, by name, in order (PKWARE APPNOTE, section 4.3.7). */
export function readStoredZip(zip: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  let at = 0;
  while (zip.readUInt32LE(at) === localHeader) {
    const size = zip.readUInt32LE(at + 18);
    const nameEnd = at + 30 + zip.readUInt16LE(at + 26);
    const start = nameEnd + zip.readUInt16LE(at + 28);
    files.set(zip.toString('utf8', at + 30, nameEnd), zip.subarray(start, start + size));
    at = start + size;
  }
  return files;
}
