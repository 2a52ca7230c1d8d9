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
 * What is stored under one key: in memory once it was asked for or written, and soon after in a file. One call at a time is
 * carried out.
 */
export class StateItem {
  readonly #path: string;
  readonly #key: string;
  readonly #log: Log;
  readonly #low: Low<StoredState | null>;
  readonly #oneAtATime = new Mutex();
  #loaded = false;
  /** Whether the file lags behind. */
  #unsaved = false;
  /** Under way while it is defined. */
  #saving: Promise<void> | undefined;

  constructor(path: string, key: string, log: Log) {
    this.#path = path;
    this.#key = key;
    this.#log = log;
    this.#low = new Low<StoredState | null>(new StateFile(path, key, log), null);
  }

  /** While it is, no second one may be made for the same key. */
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

  /** Does not wait for the file. @throws Error where the item's eTag is neither absent, `*`, nor that of what is stored */
  write({ eTag, ...item }: StoreItem): Promise<void> {
    return this.#oneAtATime.runExclusive(async () => {
      const stored = await this.#stored();
      const overAny = eTag === undefined || eTag === '' || eTag === '*';
      if (stored !== null && !overAny && eTag !== stored.eTag)
        throw new Error(`Storage: error writing "${this.#key}" due to eTag conflict.`);
      const text = JSON.stringify(item);
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

  /** Returns when the file has what was written until now, or could not be written. */
  async saved(): Promise<void> {
    await this.#oneAtATime.waitForUnlock();
    await this.#saving;
  }

  /** A file that could not be written is the operator's to know; the next write to the key tries again. */
  async #save(): Promise<void> {
    try {
      while (this.#unsaved) {
        this.#unsaved = false;
        await this.#low.write();
      }
    } catch (error) {
      this.#unsaved = true;
      this.#log.error({ error: errorForLog(error) }, 'where a conversation stands could not be kept');
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
