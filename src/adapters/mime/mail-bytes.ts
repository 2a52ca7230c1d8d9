/**
 * The bytes of a mail as its parser takes them: editors that saved the file may have added a byte order mark or blank
 * lines in front, which would end the headers, or written it as UTF-16.
 */
export function mailBytes(file: Uint8Array): Uint8Array {
  const [first, second, third] = file;
  if (first === 0xff && second === 0xfe) return encoded(file, 'utf-16le');
  if (first === 0xfe && second === 0xff) return encoded(file, 'utf-16be');
  let start = first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0;
  while (start < file.length && isBlank(file[start])) start += 1;
  const bytes = file.subarray(start);
  // Lines end in CR alone where old programs wrote them; the parser knows none of these.
  return bytes.includes(0x0a) ? bytes : bytes.map((byte) => (byte === 0x0d ? 0x0a : byte));
}

function encoded(file: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Uint8Array {
  return mailBytes(new TextEncoder().encode(new TextDecoder(encoding).decode(file)));
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x0d || byte === 0x0a || byte === 0x20 || byte === 0x09;
}
