import { CsvError, parse } from 'csv-parse';
import { findDelimiter } from './csv-delimiter.ts';
import { withoutTextFormulas } from './excel-text-formulas.ts';
import { UnreadableFileError } from './import-errors.ts';
import { withUnixLineEnds } from './text-streams.ts';

/** The values of a CSV row, and the line it starts on. */
export interface CsvRecord {
  readonly line: number;
  readonly values: readonly string[];
}

/** The argument of Node's stream callbacks. */
type Failure = Error | null | undefined;

/** Without this limit, an unclosed quote would read the rest of the file into memory. Bytes. */
const maxRowSize = 4 * 1024 * 1024;
const misplacedQuote =
  'a quote stands in the middle of a field; put the field in quotes and write "" for each quote in it';
const openQuote = 'a quote is opened in this row and never closed';

/**
 * The rows of a CSV file (RFC 4180, UTF-8 with or without BOM), whatever separates its fields. Rows without a value are
 * skipped.
 *
 * @throws UnreadableFileError at the first misplaced or unclosed quote, after yielding the rows before it
 */
export async function* readCsvRecords(chunks: AsyncIterable<Buffer>): AsyncGenerator<CsvRecord> {
  const { delimiter, chunks: lines } = await findDelimiter(withUnixLineEnds(chunks));
  let records: CsvRecord[] = [];
  let lastLine = 0;
  const parser = parse({
    bom: true,
    delimiter,
    record_delimiter: '\n',
    relax_column_count: true,
    max_record_size: maxRowSize,
    on_record: (values, { lines: line }) => {
      lastLine = line;
      if (values.some((value) => value.trim() !== '')) {
        records.push({ line: line - lineBreaksIn(values), values });
      }
      return null;
    },
  });
  // `write` and `end` report every error to their callback; without a listener it would also crash the process.
  parser.on('error', () => undefined);

  function* rowsBefore(failure: Failure): Generator<CsvRecord> {
    yield* records;
    records = [];
    if (failure) throw refusalOf(failure, lastLine + 1);
  }

  for await (const chunk of withoutTextFormulas(lines, delimiter)) {
    yield* rowsBefore(await new Promise<Failure>((resolve) => void parser.write(chunk, resolve)));
  }
  yield* rowsBefore(await new Promise<Failure>((resolve) => void parser.once('error', resolve).end(resolve)));
}

export function lineBreaksIn(values: readonly string[]): number {
  return values.reduce((count, value) => count + value.split('\n').length - 1, 0);
}

function refusalOf(failure: Error, openLine: number): Error {
  if (!(failure instanceof CsvError)) return failure;
  const isOpen = failure.code === 'CSV_QUOTE_NOT_CLOSED' || failure.code === 'CSV_MAX_RECORD_SIZE';
  const line = isOpen ? openLine : Number(failure['lines']);
  const reason = `${isOpen ? openQuote : misplacedQuote}; what follows was not checked`;
  return new UnreadableFileError([{ line, reason }]);
}
