import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Checksums } from '../../files/checksum.ts';
import { CorruptFileError, parseJson } from '../../files/corrupt-file-error.ts';
import { makeDurableFolder, syncFolder } from '../../files/durable-folder.ts';
import type { StoredEntry } from './stored-entry.ts';

/**
 * Entries in append-only files of `size` lines each (`000001.jsonl`, `000002.jsonl` …), so that the cost of appending
 * and of reading the newest entries does not grow with their number.
 */
export class EntrySegments<Entry> {
  readonly #folder: string;
  readonly #schema: z.ZodType<StoredEntry<Entry>>;
  readonly #size: number;
  readonly #checksums: Checksums;
  /** End of the last line in the newest file, in bytes. */
  #end = 0;

  constructor(folder: string, schema: z.ZodType<StoredEntry<Entry>>, size: number, checksums: Checksums) {
    this.#folder = folder;
    this.#schema = schema;
    this.#size = size;
    this.#checksums = checksums;
  }

  /**
   * Resumes after the first `count` lines. Leftovers of a crash beyond them are overwritten.
   * @throws CorruptFileError
   */
  async resumeAfter(count: number): Promise<void> {
    const inNewest = count % this.#size;
    if (inNewest === 0) return;
    const number = Math.ceil(count / this.#size);
    const lines = await this.#linesOf(number, inNewest);
    // This file will be appended to. Older files are checked when they are read.
    for (const [index, line] of lines.entries()) this.#entryOf(number, index, line);
    this.#end = Buffer.byteLength(asLines(lines));
  }

  /**
   * Entries `from` (0-based) up to but excluding `to`; reads only the files that hold them.
   * @throws CorruptFileError
   */
  async read(from: number, to: number): Promise<StoredEntry<Entry>[]> {
    const found: StoredEntry<Entry>[] = [];
    for (let at = from; at < to;) {
      const first = at - (at % this.#size);
      const end = Math.min(to, first + this.#size);
      const number = first / this.#size + 1;
      const lines = await this.#linesOf(number, end - first);
      for (let index = at - first; index < end - first; index++) {
        found.push(this.#entryOf(number, index, lines[index] ?? ''));
      }
      at = end;
    }
    return found;
  }

  /**
   * Appends, durably, as many of `lines` (JSON of one stored entry each) after the first `count` as fit in the newest
   * file. After a failure, the next attempt overwrites what this one left.
   * @returns the number of lines appended, at least 1
   */
  async append(count: number, lines: readonly string[]): Promise<number> {
    const inNewest = count % this.#size;
    const start = inNewest === 0 ? 0 : this.#end;
    const file = this.#fileOf(Math.floor(count / this.#size) + 1);
    const added = lines.slice(0, this.#size - inNewest);
    const bytes = Buffer.from(asLines(added.map((line) => this.#checksums.put(file, line))));
    if (start === 0) await makeDurableFolder(this.#folder);
    await writeAt(file, bytes, start);
    if (start === 0) await syncFolder(this.#folder);
    this.#end = start + bytes.length;
    return added.length;
  }

  async #linesOf(number: number, atLeast: number): Promise<string[]> {
    const file = this.#fileOf(number);
    const lines = completeLines(await readFile(file, 'utf8'));
    if (lines.length < atLeast)
      throw new CorruptFileError(file, `${lines.length} lines, expected ${atLeast}`);
    return lines.slice(0, atLeast);
  }

  #entryOf(number: number, index: number, line: string): StoredEntry<Entry> {
    const file = this.#fileOf(number);
    const entry = parseJson(this.#schema, this.#checksums.check(file, line), file);
    if (entry.link.number !== (number - 1) * this.#size + index + 1)
      throw new CorruptFileError(file, `entry ${entry.link.number} is out of sequence`);
    return entry;
  }

  #fileOf(number: number): string {
    return join(this.#folder, `${String(number).padStart(6, '0')}.jsonl`);
  }
}

function asLines(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

async function writeAt(file: string, bytes: Buffer, start: number): Promise<void> {
  const handle = await open(file, start === 0 ? 'w' : 'r+', 0o600);
  try {
    for (let written = 0; written < bytes.length;) {
      written += (await handle.write(bytes, written, bytes.length - written, start + written)).bytesWritten;
    }
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

/** The complete lines of an append-only file. Text after the last line end is an unfinished write. */
export function completeLines(text: string): string[] {
  const end = text.lastIndexOf('\n');
  return end === -1 ? [] : text.slice(0, end).split('\n');
}
