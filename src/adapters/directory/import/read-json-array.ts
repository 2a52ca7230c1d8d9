import type { Row } from './directory-row.ts';
import { UnreadableFileError } from './import-errors.ts';
import { JsonArraySplitter } from './json-array-splitter.ts';
import { jsonRow, maxJsonRowLength } from './json-row.ts';
import { decodeUtf8 } from './text-streams.ts';

/**
 * Rows of a file with one JSON array of objects. An element that is not valid JSON is a bad row; reading continues
 * after it.
 *
 * @throws UnreadableFileError if the file is not a complete array, or has text after it
 */
export async function* readJsonArray(chunks: AsyncIterable<Buffer>): AsyncGenerator<Row> {
  const splitter = new JsonArraySplitter();
  for await (const text of decodeUtf8(chunks)) {
    try {
      for (const element of splitter.push(text)) yield jsonRow(element.line, element.text);
    } catch (error) {
      if (error instanceof SyntaxError) throw unreadable(splitter, error.message);
      throw error;
    }
    if (splitter.pending > maxJsonRowLength)
      throw unreadable(splitter, 'the row does not end; is a bracket left open?');
  }
  if (splitter.position !== 'behind') throw unreadable(splitter, 'the file ends before its closing ]');
}

function unreadable({ line }: JsonArraySplitter, reason: string): UnreadableFileError {
  return new UnreadableFileError([{ line, reason }]);
}
