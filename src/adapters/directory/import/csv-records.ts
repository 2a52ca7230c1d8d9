import { CsvPass, type CsvRecord } from './csv-pass.ts';
import type { BadRow } from './directory-row.ts';
import { UnreadableFileError } from './import-errors.ts';
import { withUnixLineEnds } from './text-streams.ts';

/** A quote that nobody closes would otherwise take the rest of the file into memory. Bytes. */
const longestRow = 4 * 1024 * 1024;
const lineFeed = 0x0a;
const misplacedQuote =
  'a quote stands in the middle of a field; put the field in quotes and write "" for each quote in it';
const openQuote = 'a quote is opened in this row and never closed; what follows was not checked';

/**
 * The rows of a CSV file (RFC 4180) in UTF-8, with or without BOM. A row with a misplaced quote is reported, and reading goes on
 * at the line behind that quote.
 *
 * @throws UnreadableFileError when a row does not end.
 */
export async function* readCsvRecords(chunks: AsyncIterable<Buffer>): AsyncGenerator<CsvRecord | BadRow> {
  let pass = new CsvPass(1);
  /** The line of the file with which `rest` begins. */
  let line = 1;
  let isBroken = false;
  let pending = 0;
  for await (const chunk of withUnixLineEnds(chunks)) {
    let rest = chunk;
    pending += chunk.length;
    while (rest.length > 0) {
      if (isBroken) {
        const end = rest.indexOf(lineFeed);
        if (end === -1) {
          pending = 0;
          break;
        }
        rest = rest.subarray(end + 1);
        line++;
        pass = new CsvPass(line);
        isBroken = false;
      }
      const brokenLine = await pass.write(rest);
      const records = pass.take();
      yield* records;
      if (brokenLine !== undefined || records.length > 0) pending = 0;
      if (brokenLine === undefined) {
        line += lineFeedsIn(rest);
        break;
      }
      yield { problems: [{ line: brokenLine, reason: misplacedQuote }] };
      isBroken = true;
      for (; line < brokenLine; line++) rest = rest.subarray(rest.indexOf(lineFeed) + 1);
    }
    if (pending > longestRow) throw new UnreadableFileError([{ line: pass.lastLine + 1, reason: openQuote }]);
  }
  if (isBroken) return;
  const openLine = await pass.end();
  yield* pass.take();
  if (openLine !== undefined) yield { problems: [{ line: openLine, reason: openQuote }] };
}

function lineFeedsIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(lineFeed); at !== -1; at = bytes.indexOf(lineFeed, at + 1)) count++;
  return count;
}
