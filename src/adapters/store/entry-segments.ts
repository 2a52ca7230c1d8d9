import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { completeLines } from './complete-lines.ts';
import { makeDurableFolder, syncFolder } from './durable-folder.ts';
import { GarbledFileError } from './garbled-file-error.ts';

/**
 * Lines in files of `size` lines each (`000001.jsonl`, `000002.jsonl` …) that are appended to and never rewritten, so
 * that neither adding a line nor reading the newest ones costs more as they become many.
 */
export class EntrySegments {
  readonly #folder: string;
  readonly #size: number;
  /** Where in the newest file its lines end, in bytes. */
  #end = 0;

  constructor(folder: string, size: number) {
    this.#folder = folder;
    this.#size = size;
  }

  /** Takes up after the first `count` lines. What a crash may have left beyond is written over. @throws GarbledFileError */
  async resumeAfter(count: number): Promise<void> {
    const inNewest = count % this.#size;
    if (inNewest === 0) return;
    const lines = await this.#linesOf(Math.ceil(count / this.#size), inNewest);
    this.#end = Buffer.byteLength(asLines(lines));
  }

  /** Lines `from` up to, not including, `to`, counted from 0; reads no file but those that hold them. */
  async read(from: number, to: number): Promise<string[]> {
    const found: string[] = [];
    for (let at = from; at < to;) {
      const first = at - (at % this.#size);
      const end = Math.min(to, first + this.#size);
      const lines = await this.#linesOf(first / this.#size + 1, end - first);
      found.push(...lines.slice(at - first));
      at = end;
    }
    return found;
  }

  /**
   * Adds as many of `lines` after the first `count` as the newest file has room for, durably.
   * Where it fails, the next attempt writes over what this one left.
   * @returns how many it added; 1 or more
   */
  async append(count: number, lines: readonly string[]): Promise<number> {
    const inNewest = count % this.#size;
    const start = inNewest === 0 ? 0 : this.#end;
    const added = lines.slice(0, this.#size - inNewest);
    const bytes = Buffer.from(asLines(added));
    if (start === 0) await makeDurableFolder(this.#folder);
    await writeAt(this.#fileOf(Math.floor(count / this.#size) + 1), bytes, start);
    if (start === 0) await syncFolder(this.#folder);
    this.#end = start + bytes.length;
    return added.length;
  }

  async #linesOf(number: number, atLeast: number): Promise<string[]> {
    const file = this.#fileOf(number);
    const lines = completeLines(await readFile(file, 'utf8'));
    if (lines.length < atLeast)
      throw new GarbledFileError(file, `${lines.length} lines where ${atLeast} were written`);
    return lines.slice(0, atLeast);
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
