/** Splits a stream into parts of equal length (bytes); the last may be shorter. Holds one part in memory. */
export async function* equalParts(
  content: AsyncIterable<Uint8Array>,
  length: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let part = new Uint8Array(length);
  let filled = 0;
  for await (const bytes of content) {
    for (let taken = 0; taken < bytes.length;) {
      const more = bytes.subarray(taken, taken + length - filled);
      part.set(more, filled);
      filled += more.length;
      taken += more.length;
      if (filled < length) continue;
      yield part;
      part = new Uint8Array(length);
      filled = 0;
    }
  }
  if (filled > 0) yield part.subarray(0, filled);
}
