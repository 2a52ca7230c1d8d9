import { lineBreaksIn, readCsvRecords, type CsvRecord } from './csv-records.ts';
import type { Row, RowProblem } from './directory-row.ts';
import { UnreadableFileError } from './import-errors.ts';
import { listColumns, providerColumns, requiredColumns } from './provider-record.ts';

/**
 * Rows of a CSV file (RFC 4180, UTF-8 with or without BOM) whose first row names the columns, in any order.
 * Multi-value fields are separated with `;`.
 *
 * @throws UnreadableFileError if the header is wrong or a quote is misplaced or unclosed
 */
export async function* readCsv(chunks: AsyncIterable<Buffer>): AsyncGenerator<Row> {
  let columns: readonly string[] | undefined;
  for await (const record of readCsvRecords(chunks)) {
    if (columns === undefined) columns = columnsOf(record);
    else yield rowOf(columns, record);
  }
  if (columns === undefined) throw new UnreadableFileError([{ line: 1, reason: 'the file has no header' }]);
}

function columnsOf({ line, values }: CsvRecord): readonly string[] {
  const names = values.map((value) => value.trim());
  const known: readonly string[] = providerColumns;
  const problems: RowProblem[] = [];
  if (names.length === 1 && /[;\t]/.test(names.join())) {
    problems.push({ line, reason: 'the header must separate its columns with commas' });
  } else {
    for (const column of requiredColumns) {
      if (!names.includes(column)) problems.push({ line, column, reason: 'is missing from the header' });
    }
    for (const [index, column] of names.entries()) {
      if (!known.includes(column))
        problems.push({ line, column, reason: 'is not a column of a provider directory' });
      else if (names.indexOf(column) < index)
        problems.push({ line, column, reason: 'is in the header twice' });
    }
  }
  if (problems.length > 0) throw new UnreadableFileError(problems);
  return names;
}

function rowOf(columns: readonly string[], { line, values }: CsvRecord): Row {
  if (values.length !== columns.length) {
    const hint = lineBreaksIn(values) > 0 ? '; is a quote left open?' : '';
    const reason = `the row has ${values.length} fields, the header ${columns.length}${hint}`;
    return { problems: [{ line, reason }] };
  }
  const fields = columns.map((column, index): [string, unknown] => {
    const value = values[index] ?? '';
    return [column, listColumns.has(column) ? value.split(';') : value];
  });
  return { line, fields: Object.fromEntries(fields) };
}
