import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Checksums } from '../../files/checksum.ts';
import { CorruptFileError, parseJson } from '../../files/corrupt-file-error.ts';
import { makeDurableFolder, syncFolder } from '../../files/durable-folder.ts';
import type { StoredEntry } from './stored-entry.ts';

/**
 * Entries in files of `size` lines each (`000001.jsonl`, `000002.jsonl` …) that are appended to and never rewritten, so
 * that neither adding a line nor reading the newest ones costs more as they become many.
 */
export class EntrySegments<Entry> {
  readonly #folder: string;
  readonly #schema: z.ZodType<StoredEntry<Entry>>;
  readonly #size: number;
  readonly #seal: Checksums;
  /** Where in the newest file its lines end, in bytes. */
  #end = 0;

  constructor(folder: string, schema: z.ZodType<StoredEntry<Entry>>, size: number, checksums: Checksums) {
    this.#folder = folder;
    this.#schema = schema;
    this.#size = size;
    this.#seal = checksums;
  }

  /** Takes up after the first `count` lines. What a crash may have left beyond is written over. @throws GarbledFileError */
  async resumeAfter(count: number): Promise<void> {
    const inNewest = count % this.#size;
    if (inNewest === 0) return;
    const number = Math.ceil(count / this.#size);
    const lines = await this.#linesOf(number, inNewest);
    // These will be added to. Older files are looked at when somebody asks for what they hold.
    for (const [index, line] of lines.entries()) this.#entryOf(number, index, line);
    this.#end = Buffer.byteLength(asLines(lines));
  }

  /**
   * Entries `from` up to, not including, `to`, counted from 0; reads no file but those that hold them.
   * @throws GarbledFileError
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
   * Adds as many of `lines`, a stored entry's JSON each, after the first `count` as the newest file has room for, durably.
   * Where it fails, the next attempt writes over what this one left.
   * @returns how many it added; 1 or more
   */
  async append(count: number, lines: readonly string[]): Promise<number> {
    const inNewest = count % this.#size;
    const start = inNewest === 0 ? 0 : this.#end;
    const file = this.#fileOf(Math.floor(count / this.#size) + 1);
    const added = lines.slice(0, this.#size - inNewest);
    const bytes = Buffer.from(asLines(added.map((line) => this.#seal.put(file, line))));
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
      throw new CorruptFileError(file, `${lines.length} lines where ${atLeast} were written`);
    return lines.slice(0, atLeast);
  }

  #entryOf(number: number, index: number, line: string): StoredEntry<Entry> {
    const file = this.#fileOf(number);
    const entry = parseJson(this.#schema, this.#seal.check(file, line), file);
    if (entry.link.number !== (number - 1) * this.#size + index + 1)
      throw new CorruptFileError(file, `entry ${entry.link.number} is out of turn`);
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

/** The lines of a file that is only ever appended to. What stands after the last line end was still being written. */
export function completeLines(text: string): string[] {
  const end = text.lastIndexOf('\n');
  return end === -1 ? [] : text.slice(0, end).split('\n');
}
