import { readFile } from 'node:fs/promises';
import type { Adapter } from 'lowdb';
import writeFileAtomic from 'write-file-atomic';
import type { z } from 'zod';
import { parseJson } from './garbled-file-error.ts';

/**
 * One JSON file for lowdb, replaced whole: after a crash it holds what it held before or what it was to hold. Readable
 * by its owner alone. Its name is durable once its folder has been synced.
 */
export class DurableJsonFile<Value> implements Adapter<Value> {
  readonly #file: string;
  readonly #schema: z.ZodType<Value>;

  constructor(file: string, schema: z.ZodType<Value>) {
    this.#file = file;
    this.#schema = schema;
  }

  /** @throws GarbledFileError */
  async read(): Promise<Value> {
    return parseJson(this.#schema, await readFile(this.#file, 'utf8'), this.#file);
  }

  async write(value: Value): Promise<void> {
    await writeFileAtomic(this.#file, `${JSON.stringify(value)}\n`, { mode: 0o600 });
  }
}
