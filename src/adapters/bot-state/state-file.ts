import { randomUUID } from 'node:crypto';
import { rename } from 'node:fs/promises';
import type { Adapter } from 'lowdb';
import { TextFile } from 'lowdb/node';
import { z } from 'zod';
import type { Log } from '../../application/ports/log.ts';
import { errorForLog } from '../../application/runtime/logging.ts';
import { CorruptFileError, parseJson } from '../files/corrupt-file-error.ts';

const schema = z.strictObject({
  schemaVersion: z.literal(1),
  key: z.string(),
  eTag: z.string(),
  /** As JSON text: it is compared and copied on every turn, and looked into by nobody here. */
  item: z.string(),
});

export type StoredState = z.infer<typeof schema>;

/** The file of one key, for lowdb. It is replaced whole by a rename, without waiting for the disk. */
export class StateFile implements Adapter<StoredState | null> {
  readonly #path: string;
  readonly #key: string;
  readonly #log: Log;
  readonly #file: TextFile;

  constructor(path: string, key: string, log: Log) {
    this.#path = path;
    this.#key = key;
    this.#log = log;
    this.#file = new TextFile(path);
  }

  /** @returns null where nothing is stored, or nothing that can be understood: such a file is set aside */
  async read(): Promise<StoredState | null> {
    const text = await this.#file.read();
    if (text === null) return null;
    try {
      const state = parseJson(schema, text, this.#path);
      if (state.key !== this.#key) throw new CorruptFileError(this.#path, 'holds the state of another key');
      return state;
    } catch (error) {
      await rename(this.#path, `${this.#path}.garbled-${randomUUID()}`);
      this.#log.warn(
        { error: errorForLog(error) },
        'A conversation starts afresh: its file was garbled and is set aside',
      );
      return null;
    }
  }

  async write(state: StoredState | null): Promise<void> {
    if (state !== null) await this.#file.write(JSON.stringify(state));
  }
}
