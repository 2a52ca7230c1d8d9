import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Storage, StoreItem } from 'botbuilder';
import type { Log } from '../../application/ports/log.ts';
import { encodeFileName } from '../files/encode-file-name.ts';
import { StateItem } from './state-item.ts';

export interface BotStateOptions {
  /** Made where it is missing. One process at a time may use it. */
  readonly folder: string;
  readonly log: Log;
  /** Keys held in memory, most recently used first; a key outside them costs one more read. */
  readonly keysInMemory?: number;
}

/** Storage that takes a write at once, and brings it to the disk while the person reads the reply. */
export interface BotState extends Storage {
  /** Returns when the files have what was written until now, or could not be written. */
  saved(): Promise<void>;
}

/**
 * Conversation and user state for the Bot Framework, one small file a key, so that a turn costs the same however many
 * conversations there are. A write that changes nothing writes nothing.
 *
 * Whoever only asks does not wait for the disk. Files are replaced atomically, at once but behind the reply, and not synced: a
 * process that is killed may lose the last step of a conversation, a power cut its last seconds. What was decided is in the
 * `Store`, which syncs before anyone is answered.
 */
export function openBotState({ folder, log, keysInMemory = 2000 }: BotStateOptions): BotState {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  /** Least recently used first. */
  const items = new Map<string, StateItem>();

  function itemOf(key: string): StateItem {
    const known = items.get(key);
    if (known === undefined) makeRoom();
    else items.delete(key);
    const item = known ?? new StateItem(join(folder, `${encodeFileName(key)}.json`), key, log);
    items.set(key, item);
    return item;
  }

  function makeRoom(): void {
    for (const [key, item] of items) {
      if (items.size < keysInMemory) return;
      if (!item.busy) items.delete(key);
    }
  }

  return {
    read: async (keys) => {
      const found = await Promise.all(keys.map(async (key) => [key, await itemOf(key).read()] as const));
      return Object.fromEntries(found.filter(([, item]) => item !== undefined));
    },
    write: async (changes) => {
      await allOf(Object.entries<StoreItem>(changes).map(([key, item]) => itemOf(key).write(item)));
    },
    delete: async (keys) => {
      await allOf(keys.map((key) => itemOf(key).delete()));
    },
    saved: async () => {
      await allOf([...items.values()].map((item) => item.saved()));
    },
  };
}

/** Waits for all of them before it throws the first error: nothing is still being written when the caller goes on. */
async function allOf(work: readonly Promise<void>[]): Promise<void> {
  const outcomes = await Promise.allSettled(work);
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}
