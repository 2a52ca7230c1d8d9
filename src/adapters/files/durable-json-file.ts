import { readFile } from 'node:fs/promises';
import type { Adapter } from 'lowdb';
import writeFileAtomic from 'write-file-atomic';
import type { z } from 'zod';
import type { Checksums } from './checksum.ts';
import { parseJson } from './corrupt-file-error.ts';

/**
 * One JSON file of a tenant for lowdb, replaced whole: after a crash it holds what it held before or what it was to hold. Readable
 * by its owner alone. Its name is durable once its folder has been synced.
 */
export class DurableJsonFile<Value> implements Adapter<Value> {
  readonly #file: string;
  readonly #schema: z.ZodType<Value>;
  readonly #seal: Checksums;

  constructor(file: string, schema: z.ZodType<Value>, checksums: Checksums) {
    this.#file = file;
    this.#schema = schema;
    this.#seal = checksums;
  }

  /** @throws GarbledFileError */
  async read(): Promise<Value> {
    const text = (await readFile(this.#file, 'utf8')).replace(/\n$/, '');
    return parseJson(this.#schema, this.#seal.check(this.#file, text), this.#file);
  }

  async write(value: Value): Promise<void> {
    const text = this.#seal.put(this.#file, JSON.stringify(value));
    await writeFileAtomic(this.#file, `${text}\n`, { mode: 0o600 });
  }
}
