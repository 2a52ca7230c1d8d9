import { readFile } from 'node:fs/promises';
import type { Adapter } from 'lowdb';
import writeFileAtomic from 'write-file-atomic';
import type { z } from 'zod';
import type { Checksums } from './checksum.ts';
import { parseJson } from './corrupt-file-error.ts';

/**
 * A lowdb adapter for one JSON file of a tenant, replaced atomically and readable only by its owner. Its name is
 * durable once its folder has been synced.
 */
export class DurableJsonFile<Value> implements Adapter<Value> {
  readonly #file: string;
  readonly #schema: z.ZodType<Value>;
  readonly #checksums: Checksums;

  constructor(file: string, schema: z.ZodType<Value>, checksums: Checksums) {
    this.#file = file;
    this.#schema = schema;
    this.#checksums = checksums;
  }

  /** @throws CorruptFileError */
  async read(): Promise<Value> {
    const text = (await readFile(this.#file, 'utf8')).replace(/\n$/, '');
    return parseJson(this.#schema, this.#checksums.check(this.#file, text), this.#file);
  }

  async write(value: Value): Promise<void> {
    const text = this.#checksums.put(this.#file, JSON.stringify(value));
    await writeFileAtomic(this.#file, `${text}\n`, { mode: 0o600 });
  }
}
