import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { Mutex } from 'async-mutex';
import type { StoreItem } from 'botbuilder';
import { Low } from 'lowdb';
import { z } from 'zod';
import type { Log } from '../../application/ports.ts';
import { StateFile, type StoredState } from './state-file.ts';

const itemSchema = z.record(z.string(), z.unknown());

/** What is stored under one key: in memory once it was asked for, and in a file. One call at a time is carried out. */
export class StateItem {
  readonly #path: string;
  readonly #key: string;
  readonly #low: Low<StoredState | null>;
  readonly #oneAtATime = new Mutex();
  #loaded = false;

  constructor(path: string, key: string, log: Log) {
    this.#path = path;
    this.#key = key;
    this.#low = new Low<StoredState | null>(new StateFile(path, key, log), null);
  }

  /** While it is, no second one may be made for the same key. */
  get busy(): boolean {
    return this.#oneAtATime.isLocked();
  }

  read(): Promise<StoreItem | undefined> {
    return this.#oneAtATime.runExclusive(async () => {
      const stored = await this.#stored();
      return stored === null
        ? undefined
        : { ...itemSchema.parse(JSON.parse(stored.item)), eTag: stored.eTag };
    });
  }

  /** @throws Error where the item's eTag is neither absent, `*`, nor that of what is stored */
  write({ eTag, ...item }: StoreItem): Promise<void> {
    return this.#oneAtATime.runExclusive(async () => {
      const stored = await this.#stored();
      const overAny = eTag === undefined || eTag === '' || eTag === '*';
      if (stored !== null && !overAny && eTag !== stored.eTag)
        throw new Error(`Storage: error writing "${this.#key}" due to eTag conflict.`);
      const text = JSON.stringify(item);
      if (stored?.item === text) return;
      this.#low.data = { schemaVersion: 1, key: this.#key, eTag: randomUUID(), item: text };
      try {
        await this.#low.write();
      } catch (error) {
        this.#low.data = stored;
        throw error;
      }
    });
  }

  delete(): Promise<void> {
    return this.#oneAtATime.runExclusive(async () => {
      await rm(this.#path, { force: true });
      this.#low.data = null;
      this.#loaded = true;
    });
  }

  async #stored(): Promise<StoredState | null> {
    if (!this.#loaded) await this.#low.read();
    this.#loaded = true;
    return this.#low.data;
  }
}
