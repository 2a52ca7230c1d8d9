const quote = '"';

/**
 * Takes the `=` from fields that are written `="001"`, which is how programs keep Excel from making a number of a text:
 * no CSV parser accepts it, since the quote is not the first character of its field. Works on bytes of UTF-8 whose lines
 * end in LF.
 */
export async function* withoutTextFormulas(
  chunks: AsyncIterable<Buffer>,
  delimiter: string,
): AsyncGenerator<Buffer> {
  let inQuotes = false;
  let isFieldStart = true;
  let held = '';
  for await (const chunk of chunks) {
    const text = held + chunk.toString('latin1');
    held = '';
    let kept = '';
    let start = 0;
    for (let index = 0; index < text.length; index++) {
      const character = text.charAt(index);
      if (character === '=' && isFieldStart && !inQuotes) {
        if (index === text.length - 1) {
          held = character;
          kept += text.slice(start, index);
          start = index + 1;
          break;
        }
        if (text.charAt(index + 1) === quote) {
          kept += text.slice(start, index);
          start = index + 1;
          continue;
        }
      }
      if (character === quote) inQuotes = !inQuotes;
      isFieldStart = !inQuotes && (character === delimiter || character === '\n');
    }
    kept += text.slice(start);
    yield Buffer.from(kept, 'latin1');
  }
  if (held !== '') yield Buffer.from(held, 'latin1');
}
