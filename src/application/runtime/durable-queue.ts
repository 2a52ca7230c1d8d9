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

/** An item that is pending. All times in milliseconds. */
export interface QueueItem {
  readonly id: string;
  /** Items of one group are tried one after the other, in the order in which they came. */
  readonly group: string;
  /** Until it is due; now, unless told. */
  readonly wait?: number;
}

/** Some of the items in the store, and for how long to let others go first before looking for more. */
export interface QueueBatch {
  readonly items: readonly QueueItem[];
  readonly pause?: number;
}

/**
 * Keeps what came of an attempt. What it throws has it called again before the group does anything else.
 * @returns milliseconds until the item is to be tried again; undefined when it is done with
 */
export type KeepAttempt = () => Promise<number | undefined>;

/** What a queue does with its items, and how fast. */
export interface QueueOptions {
  /** What the log calls an item. */
  readonly itemName: string;
  /** Finds what the last process left. */
  readonly findPending: (tenant: TenantId) => AsyncIterable<QueueBatch>;
  /** Finds what was committed since; runs once at a time for each tenant. */
  readonly findNew?: (tenant: TenantId) => AsyncIterable<QueueBatch>;
  /**
   * Tries an item once. What it throws has it tried again.
   * @param failures that came before, one after the other
   * @returns undefined where the item is no longer pending
   */
  readonly attempt: (tenant: TenantId, id: string, failures: number) => Promise<KeepAttempt | undefined>;
  /** @param failures that followed each other, 1 or more @returns milliseconds until the next try */
  readonly backoff: (failures: number) => number;
  /** For each tenant, or for all together. */
  readonly pool: PoolLimits & { readonly isPerTenant: boolean };
  readonly groupRate: readonly Limit[];
}

/** Brings items that the store holds to their end, each tried until it is done with. */
export interface DurableQueue {
  /**
   * Takes up what was pending when the last process ended.
   * @throws DomainError('store-unavailable') when the tenants cannot be listed
   */
  start(): Promise<void>;
  /** Takes up an item that is pending, or pending anew. @returns once it was tried, or waits for its next try */
  enqueue(tenant: TenantId, item: QueueItem): Promise<void>;
  /** Takes up what was just committed for this tenant; returns at once. */
  wake(tenant: TenantId): void;
  /** How many items are pending, those under way among them. */
  pending(): number;
  /** Begins nothing new, and returns when what is under way has come to an end and was kept. */
  stop(): Promise<void>;
}

interface Group {
  readonly tenant: TenantId;
  /** But for the one under way. */
  readonly items: Set<string>;
  readonly window: SlidingWindow;
  failures: number;
  isScheduled: boolean;
  lastRun: Promise<void>;
  /** What was done and could not be kept yet. */
  unkept?: { readonly id: string; readonly keep: KeepAttempt } | undefined;
}

const minute = 60_000;

/** Holds only when each item is to be tried next: what is pending is the store's, and found there again at the next start. */
export function createDurableQueue(ports: Ports, options: QueueOptions): DurableQueue {
  const { store, timer, clock, log } = ports;
  const { itemName, findPending, findNew, backoff } = options;
  const groups = new Map<string, Group>();
  const pools = new Map<TenantId | 'all', WorkerPool>();
  const searches = new Map<TenantId, Promise<void>>();
  /** What cancels each timer, and what to do where the queue stops before its time has come. */
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

  /** One tenant whose records cannot be read or written now must not keep the others waiting. */
  async function takeUp(tenant: TenantId, find: NonNullable<typeof findNew>): Promise<void> {
    try {
      for await (const batch of find(tenant)) {
        for (const item of batch.items) void enqueue(tenant, item);
        if (batch.pause !== undefined) await pause(batch.pause);
        if (isStopped) return;
      }
    } catch (error) {
      log.error(
        { tenant, error: errorForLog(error) },
        `pending ${itemName}s of a tenant could not be taken up`,
      );
      after(minute, () => {
        takeUpNext(tenant, find);
      });
    }
  }

  function takeUpNext(tenant: TenantId, find: typeof findNew): void {
    if (find === undefined) return;
    const last = searches.get(tenant) ?? Promise.resolve();
    const next = last.then(() => (isStopped ? undefined : takeUp(tenant, find)));
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

  /** @returns how long to leave the group alone, in milliseconds */
  async function tryNext(group: Group): Promise<number> {
    const { tenant, items } = group;
    const id = group.unkept?.id ?? [...items][0];
    if (id === undefined) return 0;
    group.window.note(millisecondsOf(clock.now()));
    // To the end of the line: one that cannot be tried must not keep the others from it.
    items.delete(id);
    try {
      const keep = group.unkept?.keep ?? (await options.attempt(tenant, id, group.failures));
      group.unkept = keep && { id, keep };
      const wait = await keep?.();
      group.unkept = undefined;
      if (wait !== undefined) items.add(id);
      group.failures = wait === undefined || wait === 0 ? 0 : group.failures + 1;
      return wait ?? 0;
    } catch (error) {
      log.error({ tenant, error: errorForLog(error) }, `a ${itemName} could not be tried or kept`);
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
        await takeUp(tenant, findPending);
        takeUpNext(tenant, findNew);
      }
    },
    enqueue,
    wake: (tenant) => {
      takeUpNext(tenant, findNew);
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
      await Promise.all([...groups.values()].filter(({ unkept }) => unkept !== undefined).map(tryNext));
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
