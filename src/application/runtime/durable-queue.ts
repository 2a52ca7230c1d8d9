import type { TenantId } from '../../domain/identifiers.ts';
import { millisecondsOf } from '../../domain/instant.ts';
import type { Clock, Timer } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import { errorForLog } from './logging.ts';
import { createSlidingWindow, type Limit, type SlidingWindow } from './sliding-window.ts';
import { createWorkerPool, type PoolLimits, type WorkerPool } from './worker-pool.ts';

interface Ports {
  readonly store: Pick<Store, 'tenants'>;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly log: Log;
}

/** A pending item. All times in milliseconds. */
export interface QueueItem {
  readonly id: string;
  /** Items of one group are tried one after the other, in order of arrival. */
  readonly group: string;
  /** Until it is due; default: 0. */
  readonly wait?: number;
}

/** Some of the pending items in the store, and how long to pause before reading more. */
export interface QueueBatch {
  readonly items: readonly QueueItem[];
  readonly pause?: number;
}

/**
 * Stores the outcome of an attempt. If it throws, it is called again before the group does anything else.
 * @returns milliseconds until the next try of the item; undefined once it is done
 */
export type StoreOutcome = () => Promise<number | undefined>;

/** What a queue does with its items, and how fast. */
export interface QueueOptions {
  /** Names an item in the log. */
  readonly itemName: string;
  /** Finds what the last process left. */
  readonly findPending: (tenant: TenantId) => AsyncIterable<QueueBatch>;
  /** Finds what was committed since; one run at a time per tenant. */
  readonly findNew?: (tenant: TenantId) => AsyncIterable<QueueBatch>;
  /**
   * Tries an item once; retried if it throws.
   * @param failures consecutive failures so far
   * @returns undefined if the item is no longer pending
   */
  readonly attempt: (tenant: TenantId, id: string, failures: number) => Promise<StoreOutcome | undefined>;
  /** @param failures consecutive, 1 or more @returns milliseconds until the next try */
  readonly backoff: (failures: number) => number;
  /** One per tenant, or one for all. */
  readonly pool: PoolLimits & { readonly isPerTenant: boolean };
  readonly groupRate: readonly Limit[];
}

/** Processes pending items of the store, retrying each until it is done. */
export interface DurableQueue {
  /**
   * Resumes what was pending when the last process ended.
   * @throws DomainError('store-unavailable') when the tenants cannot be listed
   */
  start(): Promise<void>;
  /** Enqueues an item that is pending, or pending again. @returns once it was tried, or waits for its next try */
  enqueue(tenant: TenantId, item: QueueItem): Promise<void>;
  /** Starts processing what was just committed for this tenant; returns at once. */
  wake(tenant: TenantId): void;
  /** Number of pending items, including those being tried. */
  pending(): number;
  /** Starts no more attempts, and returns once the running ones have ended and their outcomes are stored. */
  stop(): Promise<void>;
}

interface Group {
  readonly tenant: TenantId;
  /** Except the one being tried. */
  readonly items: Set<string>;
  readonly window: SlidingWindow;
  failures: number;
  isScheduled: boolean;
  lastRun: Promise<void>;
  /** The outcome that could not be stored yet. */
  unstored?: { readonly id: string; readonly storeOutcome: StoreOutcome } | undefined;
}

const minute = 60_000;

/** Holds only the schedule: the pending items are in the store, where the next start finds them again. */
export function createDurableQueue(ports: Ports, options: QueueOptions): DurableQueue {
  const { store, timer, clock, log } = ports;
  const { itemName, findPending, findNew, backoff } = options;
  const groups = new Map<string, Group>();
  const pools = new Map<TenantId | 'all', WorkerPool>();
  const searches = new Map<TenantId, Promise<void>>();
  /** What cancels each timer, and what to run instead if the queue stops first. */
  const timers = new Map<() => void, (() => void) | undefined>();
  let isStopped = false;

  function after(milliseconds: number, work: () => void, onStop?: () => void): void {
    if (isStopped) {
      onStop?.();
      return;
    }
    const cancel = timer.after(milliseconds, () => {
      timers.delete(cancel);
      work();
    });
    timers.set(cancel, onStop);
  }

  function pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      after(milliseconds, resolve, resolve);
    });
  }

  /** A tenant whose records cannot be read or written must not delay the others. */
  async function enqueueFound(tenant: TenantId, find: NonNullable<typeof findNew>): Promise<void> {
    try {
      for await (const batch of find(tenant)) {
        for (const item of batch.items) void enqueue(tenant, item);
        if (batch.pause !== undefined) await pause(batch.pause);
        if (isStopped) return;
      }
    } catch (error) {
      log.error({ tenant, error: errorForLog(error) }, `could not resume a tenant's pending ${itemName}s`);
      after(minute, () => {
        scheduleSearch(tenant, find);
      });
    }
  }

  function scheduleSearch(tenant: TenantId, find: typeof findNew): void {
    if (find === undefined) return;
    const last = searches.get(tenant) ?? Promise.resolve();
    const next = last.then(() => (isStopped ? undefined : enqueueFound(tenant, find)));
    searches.set(tenant, next);
  }

  function enqueue(tenant: TenantId, { id, group: name, wait = 0 }: QueueItem): Promise<void> {
    if (isStopped) return Promise.resolve();
    const key = `${tenant} ${name}`;
    const group = groups.get(key) ?? createGroup(tenant, options.groupRate);
    groups.set(key, group);
    group.items.add(id);
    if (!group.isScheduled) schedule(key, group, wait);
    return group.lastRun;
  }

  function schedule(key: string, group: Group, wait: number): void {
    group.isScheduled = group.items.size > 0;
    if (!group.isScheduled) {
      if (options.groupRate.length === 0) groups.delete(key);
      return;
    }
    const now = millisecondsOf(clock.now());
    const begin = (): void => {
      group.lastRun = poolOf(group.tenant).run(async () => {
        schedule(key, group, await tryNext(group));
      });
    };
    const rest = Math.max(wait, group.window.roomAt(now) - now);
    if (rest > 0) after(rest, begin);
    else begin();
  }

  /** @returns how long to pause the group; milliseconds */
  async function tryNext(group: Group): Promise<number> {
    const { tenant, items } = group;
    const id = group.unstored?.id ?? [...items][0];
    if (id === undefined) return 0;
    group.window.record(millisecondsOf(clock.now()));
    // Added again at the end: an item that cannot be tried must not block the others.
    items.delete(id);
    try {
      const storeOutcome =
        group.unstored?.storeOutcome ?? (await options.attempt(tenant, id, group.failures));
      group.unstored = storeOutcome && { id, storeOutcome };
      const wait = await storeOutcome?.();
      group.unstored = undefined;
      if (wait !== undefined) items.add(id);
      group.failures = wait === undefined || wait === 0 ? 0 : group.failures + 1;
      return wait ?? 0;
    } catch (error) {
      log.error({ tenant, error: errorForLog(error) }, `could not process a queued ${itemName}`);
      items.add(id);
      group.failures += 1;
      return backoff(group.failures);
    }
  }

  function poolOf(tenant: TenantId): WorkerPool {
    const key = options.pool.isPerTenant ? tenant : 'all';
    const pool = pools.get(key) ?? createWorkerPool(ports, options.pool);
    pools.set(key, pool);
    return pool;
  }

  return {
    async start() {
      for (const tenant of await store.tenants()) {
        await enqueueFound(tenant, findPending);
        scheduleSearch(tenant, findNew);
      }
    },
    enqueue,
    wake: (tenant) => {
      scheduleSearch(tenant, findNew);
    },
    pending: () =>
      [...groups.values()].reduce((sum, { items }) => sum + items.size, 0) +
      [...pools.values()].reduce((sum, pool) => sum + pool.running(), 0),
    async stop() {
      isStopped = true;
      for (const [cancel, onStop] of timers) {
        cancel();
        onStop?.();
      }
      const running = [...pools.values()].map((pool) => pool.stop());
      await Promise.all([...searches.values(), ...running]);
      await Promise.all([...groups.values()].filter(({ unstored }) => unstored !== undefined).map(tryNext));
    },
  };
}

function createGroup(tenant: TenantId, rate: readonly Limit[]): Group {
  return {
    tenant,
    items: new Set(),
    window: createSlidingWindow(rate),
    failures: 0,
    isScheduled: false,
    lastRun: Promise.resolve(),
  };
}
