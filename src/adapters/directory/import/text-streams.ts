/**
 * The same bytes with every CRLF and lone CR as LF, so that lines are counted alike in files of any origin.
 * Works on bytes: in UTF-8 these two never are part of another character.
 */
export async function* withUnixLineEnds(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let endedWithReturn = false;
  for await (const chunk of chunks) {
    // A CR at the end of a chunk was written as LF already; the LF of its pair may open this one.
    const text = chunk.toString('latin1', endedWithReturn && chunk[0] === 0x0a ? 1 : 0);
    endedWithReturn = chunk.at(-1) === 0x0d;
    yield text.includes('\r')
      ? Buffer.from(text.replace(/\r\n?/g, '\n'), 'latin1')
      : Buffer.from(text, 'latin1');
  }
}

/** Text of UTF-8 bytes, without a BOM; what is not UTF-8 becomes U+FFFD, which no field of a provider may hold. */
export async function* decodeUtf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
