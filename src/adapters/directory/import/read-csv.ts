import { columnNamed } from './column-names.ts';
import { isAnnouncement } from './csv-delimiter.ts';
import { lineBreaksIn, readCsvRecords, type CsvRecord } from './csv-records.ts';
import type { Row, RowProblem } from './directory-row.ts';
import { UnreadableFileError } from './import-errors.ts';
import { requiredColumns } from './provider-record.ts';
import { cellValue } from './spreadsheet-cell.ts';

/** The columns of a file by place; undefined where the header is empty. */
type Columns = readonly (string | undefined)[];

/**
 * Rows of a CSV file as spreadsheets write it in any language, whose first row names the columns, in any order.
 * Multi-value fields are separated with `;`. A `sep=` line before the header is passed over.
 *
 * @throws UnreadableFileError if the header is wrong or a quote is misplaced or unclosed
 */
export async function* readCsv(chunks: AsyncIterable<Buffer>): AsyncGenerator<Row> {
  let columns: Columns | undefined;
  let isFirst = true;
  for await (const record of readCsvRecords(chunks)) {
    const isSkipped = isFirst && isAnnouncement(record.values);
    isFirst = false;
    if (isSkipped) continue;
    if (columns === undefined) columns = columnsOf(record);
    else yield rowOf(columns, record);
  }
  if (columns === undefined) throw new UnreadableFileError([{ line: 1, reason: 'the file has no header' }]);
}

function columnsOf({ line, values }: CsvRecord): Columns {
  const headers = values.map((value) => String(cellValue('header', value)).trim());
  const columns = headers.map((header) => columnNamed(header));
  const problems: RowProblem[] = [];
  for (const column of requiredColumns) {
    if (!columns.includes(column)) problems.push({ line, column, reason: 'is missing from the header' });
  }
  for (const [index, header] of headers.entries()) {
    const column = columns[index];
    if (header === '') continue;
    if (column === undefined)
      problems.push({ line, column: header, reason: 'is not a column of a provider directory' });
    else if (columns.indexOf(column) < index)
      problems.push({ line, column: header, reason: 'is in the header twice' });
  }
  if (problems.length > 0) throw new UnreadableFileError(problems);
  return columns;
}

function rowOf(columns: Columns, { line, values }: CsvRecord): Row {
  const filled = values.findLastIndex((value) => value.trim() !== '') + 1;
  if (values.length < shortestRow(columns) || filled > columns.length) {
    const count = Math.max(filled, Math.min(values.length, columns.length));
    const reason = `the row has ${count} fields, the header ${columns.length}`;
    return { problems: [{ line, reason: `${reason}${hintFor(values, count > columns.length)}` }] };
  }
  const nameless = values.findIndex((value, index) => columns[index] === undefined && value.trim() !== '');
  if (nameless >= 0) {
    const reason = 'holds a value but has no name in the header: name it there, or empty it';
    return { problems: [{ line, column: placeOf(nameless), reason, found: values[nameless] ?? '' }] };
  }
  const fields = columns.flatMap((column, index): [string, unknown][] =>
    column === undefined ? [] : [[column, cellValue(column, values[index] ?? '')]],
  );
  return { line, fields: Object.fromEntries(fields) };
}

/** Excel writes no delimiters for empty fields at the end of some rows, so those that may be empty may be absent. */
function shortestRow(columns: Columns): number {
  const required: readonly (string | undefined)[] = requiredColumns;
  return columns.findLastIndex((column) => column !== undefined && required.includes(column)) + 1;
}

function hintFor(values: readonly string[], isTooLong: boolean): string {
  if (lineBreaksIn(values) > 0) return '; is a quote left open?';
  if (!isTooLong) return '';
  return values.some((value) => /[“”„]/.test(value))
    ? '; only straight quotes (") hold a field together'
    : '; a field with the character between the columns in it must be in quotes';
}

/** A column as spreadsheets name it: `16 (P)`. */
function placeOf(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${index + 1} (${letters})`;
}
