import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { ProviderRow, Row } from './directory-row.ts';
import { UnreadableFileError } from './import-errors.ts';
import { importedProvider, installedProvider } from './provider-record.ts';
import { readCsv } from './read-csv.ts';
import { readJsonArray } from './read-json-array.ts';
import { readJsonLines } from './read-json-lines.ts';
import { readProvider } from './read-provider.ts';
import { utf8Of, utf16MarkOf } from './text-streams.ts';

export interface ReadingOptions {
  /** Called with the number of bytes read since the last call. */
  readonly onBytes?: (bytes: number) => void;
  /** Aborts reading with an `AbortError`. */
  readonly signal?: AbortSignal | undefined;
  /** Whether it is the desk's own directory, which holds ids that an import no longer takes. */
  readonly isInstalled?: boolean;
}

/** Common mistakes, by the first bytes of the file. */
const mistakes: readonly { readonly start: readonly number[]; readonly reason: string }[] = [
  { start: [0x50, 0x4b, 0x03, 0x04], reason: 'the file is a workbook or an archive; save it as CSV UTF-8' },
  { start: [0xd0, 0xcf, 0x11, 0xe0], reason: 'the file is an old Excel workbook; save it as CSV UTF-8' },
];

/**
 * The good and bad rows of a CSV, JSON or NDJSON file, in order. The first character determines the format: `[` is a
 * JSON array, `{` NDJSON, anything else CSV. UTF-8, with or without its mark, or UTF-16 with it. Ids may repeat.
 *
 * @throws UnreadableFileError if the file as a whole cannot be read; file system errors
 */
export async function* readProviders(
  file: string,
  { onBytes, signal, isInstalled = false }: ReadingOptions = {},
): AsyncGenerator<ProviderRow> {
  const beginning = await beginningOf(file);
  const encoding = utf16MarkOf(beginning);
  const read = readerFor(beginning, encoding ?? 'utf-8');
  const chunks = counted(createReadStream(file, { signal }), onBytes);
  const schema = isInstalled ? installedProvider : importedProvider;
  for await (const row of read(encoding === undefined ? chunks : utf8Of(chunks, encoding))) {
    yield 'problems' in row ? row : readProvider(schema, row.line, row.fields);
  }
}

function readerFor(
  beginning: Buffer,
  encoding: string,
): (chunks: AsyncIterable<Buffer>) => AsyncGenerator<Row> {
  if (beginning.length === 0) throw new UnreadableFileError([{ line: 1, reason: 'the file is empty' }]);
  const mistake = mistakes.find(({ start }) =>
    beginning.subarray(0, start.length).equals(Buffer.from(start)),
  );
  if (mistake) throw new UnreadableFileError([{ line: 1, reason: mistake.reason }]);
  const text = new TextDecoder(encoding).decode(beginning);
  if (text.includes('\0')) {
    const reason = 'the file is no text, or UTF-16 without its mark; save it as CSV UTF-8';
    throw new UnreadableFileError([{ line: 1, reason }]);
  }
  switch (text.trimStart().charAt(0)) {
    case '[':
      return readJsonArray;
    case '{':
      return readJsonLines;
    default:
      return readCsv;
  }
}

async function beginningOf(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(4096) });
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function* counted(
  chunks: AsyncIterable<Buffer>,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    onBytes?.(chunk.length);
    yield chunk;
  }
}
