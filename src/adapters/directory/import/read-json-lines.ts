import type { Row } from './directory-row.ts';
import { UnreadableFileError } from './import-errors.ts';
import { jsonRow, maxJsonRowLength } from './json-row.ts';
import { decodeUtf8 } from './text-streams.ts';

/**
 * Rows of a file with one JSON object per line (NDJSON). Empty lines are skipped but counted.
 *
 * @throws UnreadableFileError if an object spans several lines, or a line is too long
 */
export async function* readJsonLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Row> {
  let line = 0;
  for await (const text of splitLines(decodeUtf8(chunks))) {
    line++;
    if (line === 1 && text.trim() === '{') {
      throw new UnreadableFileError([
        { line, reason: 'JSON must be an array of providers, or one provider a line' },
      ]);
    }
    if (text.length > maxJsonRowLength)
      throw new UnreadableFileError([{ line, reason: 'the line is too long' }]);
    if (text.trim() !== '') yield jsonRow(line, text);
  }
}

/** Stops at a line that is too long and yields it unfinished. */
async function* splitLines(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const text of texts) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
    if (rest.length > maxJsonRowLength) break;
  }
  yield rest;
}
