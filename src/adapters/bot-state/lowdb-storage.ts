import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Storage, StoreItem } from 'botbuilder';
import type { Log } from '../../application/ports/log.ts';
import { encodeFileName } from '../files/encode-file-name.ts';
import { StateItem } from './state-item.ts';

export interface BotStateOptions {
  /** Created if missing. Only one process may use it at a time. */
  readonly folder: string;
  readonly log: Log;
  /** Size of the LRU cache, in keys; any other key costs one more read. */
  readonly keysInMemory?: number;
}

/** Write-behind storage: a write returns at once and reaches the disk after the reply. */
export interface BotState extends Storage {
  /** Waits until everything written so far is in the files, or has failed. */
  saved(): Promise<void>;
}

/**
 * Conversation and user state for the Bot Framework, one small file per key, so that the cost of a turn does not grow
 * with the number of conversations. Writing an unchanged item is a no-op.
 *
 * Replies do not wait for the disk. Files are replaced atomically, after the reply, and not synced: a killed process
 * may lose the last step of a conversation, a power failure its last seconds. Decisions are in the `Store`, which syncs
 * before the reply.
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

/** Waits for all before it throws the first error, so that no write is pending when the caller continues. */
async function allOf(work: readonly Promise<void>[]): Promise<void> {
  const outcomes = await Promise.allSettled(work);
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}
