/**
 * Converts CRLF and lone CR to LF, so that line numbers are right for files of any origin.
 * Works on bytes: in UTF-8, these two are never part of another character.
 */
export async function* withUnixLineEnds(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let endedWithReturn = false;
  for await (const chunk of chunks) {
    // A CR at the end of the last chunk was already converted; skip an LF that follows it.
    const text = chunk.toString('latin1', endedWithReturn && chunk[0] === 0x0a ? 1 : 0);
    endedWithReturn = chunk.at(-1) === 0x0d;
    yield text.includes('\r')
      ? Buffer.from(text.replace(/\r\n?/g, '\n'), 'latin1')
      : Buffer.from(text, 'latin1');
  }
}

/** Decodes UTF-8 without its BOM; invalid bytes become U+FFFD, which no field of a provider may contain. */
export async function* decodeUtf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

type Utf16 = 'utf-16le' | 'utf-16be';

/** The encoding that the mark at the beginning of a file tells, as Excel's “Unicode Text” has it; undefined if none. */
export function utf16MarkOf(beginning: Buffer): Utf16 | undefined {
  if (beginning[0] === 0xff && beginning[1] === 0xfe) return 'utf-16le';
  return beginning[0] === 0xfe && beginning[1] === 0xff ? 'utf-16be' : undefined;
}

/** Converts UTF-16 to UTF-8, without its mark. */
export async function* utf8Of(chunks: AsyncIterable<Buffer>, encoding: Utf16): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}
