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
  /** JSON text: compared and copied on every turn, never inspected here. */
  item: z.string(),
});

export type StoredState = z.infer<typeof schema>;

/** A lowdb adapter for the file of one key, replaced atomically by a rename without a sync. */
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

  /** @returns null if nothing is stored, or the file is corrupt, in which case it is renamed */
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
        'Conversation state reset: its file was corrupt and has been renamed',
      );
      return null;
    }
  }

  async write(state: StoredState | null): Promise<void> {
    if (state !== null) await this.#file.write(JSON.stringify(state));
  }
}
