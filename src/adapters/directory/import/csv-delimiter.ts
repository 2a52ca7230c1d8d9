import { columnNamed } from './column-names.ts';

/** What Excel writes between fields, by the language of the system; the bar is chosen by hand. */
const delimiters = [',', ';', '\t', '|'] as const;

type Delimiter = (typeof delimiters)[number];

/** A header is shorter; more is not read to find one. Characters. */
const maxHeaderLength = 64 * 1024;

/** A row of nothing but delimiters, quotes and spaces. */
const nothing = /^[\s,;|"]*$/;

/** The first line that tells Excel the delimiter. Saving the file again may quote it or add delimiters. */
const announcement = /^"?sep=(.?)"?[\s,;|]*$/i;

/** Whether a row is the line that tells Excel the delimiter. */
export function isAnnouncement(values: readonly string[]): boolean {
  return /^sep=.?$/i.test(values.join('').trim());
}

/**
 * Finds what separates the fields of a CSV file: that by which its header has the most columns of a directory. So a file
 * is read whatever a `sep=` line says of it.
 * @param chunks the file, its lines ending in LF
 * @returns the delimiter, and the whole file again
 */
export async function findDelimiter(
  chunks: AsyncIterable<Buffer>,
): Promise<{ readonly delimiter: Delimiter; readonly chunks: AsyncIterable<Buffer> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const read: Buffer[] = [];
  let header: string | undefined;
  for (let length = 0; header === undefined && length < maxHeaderLength;) {
    const next = await iterator.next();
    if (next.done === true) {
      header = headerIn(`${Buffer.concat(read).toString()}\n`);
      break;
    }
    read.push(next.value);
    length += next.value.length;
    header = headerIn(Buffer.concat(read).toString());
  }
  return { delimiter: delimiterOf(header ?? ''), chunks: joined(read, iterator) };
}

async function* joined(read: readonly Buffer[], rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield* read;
  yield* { [Symbol.asyncIterator]: () => rest };
}

/** The first row that names columns, once all of it was read. */
function headerIn(text: string): string | undefined {
  let inQuotes = false;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === '"') inQuotes = !inQuotes;
    if (character !== '\n' || inQuotes) continue;
    const row = text.slice(start, index).replace(/^\ufeff/, '');
    if (!nothing.test(row) && !announcement.test(row)) return row;
    start = index + 1;
  }
  return undefined;
}

function delimiterOf(header: string): Delimiter {
  const scored = delimiters.map((delimiter) => {
    const names = splitOutsideQuotes(header, delimiter);
    return { delimiter, columns: names.filter((name) => columnNamed(name)).length, fields: names.length };
  });
  const [best] = scored.toSorted((one, other) => other.columns - one.columns || other.fields - one.fields);
  return best?.delimiter ?? ',';
}

function splitOutsideQuotes(row: string, delimiter: Delimiter): readonly string[] {
  const names: string[] = [];
  let inQuotes = false;
  let start = 0;
  for (let index = 0; index < row.length; index++) {
    const character = row.charAt(index);
    if (character === '"') inQuotes = !inQuotes;
    if (character !== delimiter || inQuotes) continue;
    names.push(row.slice(start, index));
    start = index + 1;
  }
  return [...names, row.slice(start)];
}
