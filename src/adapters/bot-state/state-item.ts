import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { Mutex } from 'async-mutex';
import type { StoreItem } from 'botbuilder';
import { Low } from 'lowdb';
import { z } from 'zod';
import type { Log } from '../../application/ports/log.ts';
import { errorForLog } from '../../application/runtime/logging.ts';
import { StateFile, type StoredState } from './state-file.ts';

const itemSchema = z.record(z.string(), z.unknown());

/**
 * The item of one key: cached in memory once read or written, and saved to its file in the background. Calls run one at
 * a time.
 */
export class StateItem {
  readonly #path: string;
  readonly #key: string;
  readonly #log: Log;
  readonly #onNewFile: () => void;
  readonly #low: Low<StoredState | null>;
  readonly #oneAtATime = new Mutex();
  #loaded = false;
  /** Whether the file lags behind. */
  #unsaved = false;
  /** Defined while a save is in progress. */
  #saving: Promise<void> | undefined;

  /** @param onNewFile called when a key is written that had no file */
  constructor(
    path: string,
    key: string,
    { log, onNewFile }: { readonly log: Log; readonly onNewFile: () => void },
  ) {
    this.#onNewFile = onNewFile;
    this.#path = path;
    this.#key = key;
    this.#log = log;
    this.#low = new Low<StoredState | null>(new StateFile(path, key, log), null);
  }

  /** While true, no second `StateItem` may be created for the same key. */
  get busy(): boolean {
    return this.#oneAtATime.isLocked() || this.#saving !== undefined;
  }

  read(): Promise<StoreItem | undefined> {
    return this.#oneAtATime.runExclusive(async () => {
      const stored = await this.#stored();
      return stored === null
        ? undefined
        : { ...itemSchema.parse(JSON.parse(stored.item)), eTag: stored.eTag };
    });
  }

  /**
   * Does not wait for the file.
   * @throws Error unless the item's eTag is absent, empty, `*`, or that of the stored item
   */
  write({ eTag, ...item }: StoreItem): Promise<void> {
    return this.#oneAtATime.runExclusive(async () => {
      const stored = await this.#stored();
      const isUnconditional = eTag === undefined || eTag === '' || eTag === '*';
      if (stored !== null && !isUnconditional && eTag !== stored.eTag)
        throw new Error(`Storage: error writing "${this.#key}" due to eTag conflict.`);
      const text = JSON.stringify(item);
      if (stored === null) this.#onNewFile();
      if (stored?.item !== text) {
        this.#low.data = { schemaVersion: 1, key: this.#key, eTag: randomUUID(), item: text };
        this.#unsaved = true;
      }
      if (this.#unsaved) this.#saving ??= this.#save();
    });
  }

  delete(): Promise<void> {
    return this.#oneAtATime.runExclusive(async () => {
      this.#unsaved = false;
      await this.#saving;
      await rm(this.#path, { force: true });
      this.#low.data = null;
      this.#loaded = true;
    });
  }

  /** Waits until everything written so far is in the file, or has failed. */
  async saved(): Promise<void> {
    await this.#oneAtATime.waitForUnlock();
    await this.#saving;
  }

  /** Logs a failure; the next write to the key retries. */
  async #save(): Promise<void> {
    try {
      while (this.#unsaved) {
        this.#unsaved = false;
        await this.#low.write();
      }
    } catch (error) {
      this.#unsaved = true;
      this.#log.error({ error: errorForLog(error) }, 'Conversation state could not be saved');
    } finally {
      this.#saving = undefined;
    }
  }

  async #stored(): Promise<StoredState | null> {
    if (!this.#loaded) await this.#low.read();
    this.#loaded = true;
    return this.#low.data;
  }
}
