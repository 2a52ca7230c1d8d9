import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Storage, StoreItem } from 'botbuilder';
import type { Clock } from '../../application/ports/clock.ts';
import type { Log } from '../../application/ports/log.ts';
import { errorForLog } from '../../application/runtime/logging.ts';
import { day, millisecondsOf } from '../../domain/instant.ts';
import { encodeFileName } from '../files/encode-file-name.ts';
import { expireStateFiles } from './expire-state-files.ts';
import { StateItem } from './state-item.ts';

export interface BotStateOptions {
  /** Created if missing. Only one process may use it at a time. */
  readonly folder: string;
  readonly log: Log;
  readonly clock: Clock;
  /** How many conversations are stored; the least recently written ones are dropped. */
  readonly maxFiles?: number;
  /** Size of the LRU cache, in keys; any other key costs one more read. */
  readonly keysInMemory?: number;
}

/** After that, a conversation starts anew; milliseconds. Only a typed “the second one” depends on it. */
const maxAge = 30 * day;

/** Of the looks for expired files; milliseconds. */
const expiryInterval = 60 * 60 * 1000;

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
 *
 * Conversations are named by whoever writes to the desk, so that files expire, and there is a maximum, which is exceeded
 * by a twentieth at most before files are dropped.
 */
export function openBotState({
  folder,
  log,
  clock,
  maxFiles = 50_000,
  keysInMemory = 2000,
}: BotStateOptions): BotState {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let newFiles = 0;
  let lastExpiry = -Infinity;
  let expiring: Promise<void> | undefined;
  /** Least recently used first. */
  const items = new Map<string, StateItem>();

  function itemOf(key: string): StateItem {
    const known = items.get(key);
    if (known === undefined) makeRoom();
    else items.delete(key);
    const item = known ?? new StateItem(join(folder, fileNameOf(key)), key, { log, onNewFile });
    items.set(key, item);
    return item;
  }

  function onNewFile(): void {
    newFiles += 1;
    const now = millisecondsOf(clock.now());
    const isDue = newFiles > maxFiles / 20 || Math.abs(now - lastExpiry) >= expiryInterval;
    if (expiring !== undefined || !isDue) return;
    [newFiles, lastExpiry] = [0, now];
    const busy = [...items].filter(([, item]) => item.busy).map(([key]) => fileNameOf(key));
    const isInUse = (name: string): boolean => busy.includes(name);
    expiring = expireStateFiles(folder, { before: now - maxAge, maxFiles, isInUse })
      .catch((error: unknown) => {
        log.error({ error: errorForLog(error) }, 'Old conversation state could not be removed');
      })
      .finally(() => (expiring = undefined));
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
      await expiring;
    },
  };
}

function fileNameOf(key: string): string {
  return `${encodeFileName(key)}.json`;
}

/** Waits for all before it throws the first error, so that no write is pending when the caller continues. */
async function allOf(work: readonly Promise<void>[]): Promise<void> {
  const outcomes = await Promise.allSettled(work);
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}
