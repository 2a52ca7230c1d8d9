/** Text of UTF-8 bytes, without a BOM; what is not UTF-8 becomes U+FFFD, which no field of a provider may hold. */
export async function* decodeUtf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
