import { isDomainError } from '../../domain/domain-error.ts';
import type { TenantId } from '../../domain/identifiers.ts';
import { millisecondsOf } from '../../domain/instant.ts';
import type { Clock, Timer } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import type { QueueItem, QueueOptions, StoreOutcome } from './durable-queue-options.ts';
import { errorForLog } from './logging.ts';
import { createPrioritySet, type PrioritySet } from './priority-set.ts';
import { createSlidingWindow, type SlidingWindow } from './sliding-window.ts';
import { createWorkerPool, type Task, type WorkerPool } from './worker-pool.ts';

interface Ports {
  readonly store: Pick<Store, 'tenants'>;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly log: Log;
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

interface Unstored {
  readonly id: string;
  readonly priority: number;
  readonly storeOutcome: StoreOutcome;
}

interface Group {
  readonly tenant: TenantId;
  /** Except the one being tried. */
  readonly items: PrioritySet<string>;
  readonly window: SlidingWindow;
  /** Tries the next item. */
  readonly task: Task;
  /** `waiting`: for a timer; `scheduled`: for the pool, or running. */
  state: 'idle' | 'scheduled' | { readonly kind: 'waiting'; readonly cancel: () => void };
  failures: number;
  /** The item that failed last: it is not tried again before another was. */
  failed: string | undefined;
  /** The wait that was asked for last; milliseconds. */
  asked: { readonly at: number; readonly in: number };
  lastRun: Promise<void>;
  /** The outcome that could not be stored yet. */
  unstored?: Unstored | undefined;
}

const minute = 60_000;

/** Of an item that cannot be tried: it must not block the others. */
const leastUrgent = 9;

/** Holds only the schedule: the pending items are in the store, where the next start finds them again. */
export function createDurableQueue(ports: Ports, options: QueueOptions): DurableQueue {
  const { store, timer, clock, log } = ports;
  const { itemName, findPending, findNew, backoff } = options;
  const groups = new Map<string, Group>();
  /** Groups without items, in the order in which they became so. */
  const idle = new Set<string>();
  const pools = new Map<TenantId | 'all', WorkerPool>();
  const searches = new Map<TenantId, Promise<void>>();
  /** What cancels each timer, and what to run instead if the queue stops first. */
  const timers = new Map<() => void, (() => void) | undefined>();
  let isStopped = false;

  /** @returns a function that cancels it */
  function after(milliseconds: number, work: () => void, onStop?: () => void): () => void {
    if (isStopped) {
      onStop?.();
      return () => undefined;
    }
    const cancel = timer.after(milliseconds, () => {
      timers.delete(cancel);
      work();
    });
    timers.set(cancel, onStop);
    return () => {
      timers.delete(cancel);
      cancel();
    };
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
    void next.then(() => {
      if (searches.get(tenant) === next) searches.delete(tenant);
    });
  }

  function enqueue(tenant: TenantId, { id, group: name, priority = 0, wait = 0 }: QueueItem): Promise<void> {
    if (isStopped) return Promise.resolve();
    const key = `${tenant} ${name}`;
    const group = groups.get(key) ?? createGroup(key, tenant);
    groups.set(key, group);
    const isMostUrgent = priority < (group.items.first()?.priority ?? Infinity);
    group.items.add(id, priority);
    if (group.state === 'idle') schedule(key, group, wait);
    else if (isMostUrgent) hurry(key, group, priority);
    return group.lastRun;
  }

  function createGroup(key: string, tenant: TenantId): Group {
    const group: Group = {
      tenant,
      items: createPrioritySet(),
      window: createSlidingWindow(options.groupRate(0)),
      task: async () => {
        schedule(key, group, await tryNext(group));
      },
      state: 'idle',
      failures: 0,
      failed: undefined,
      asked: { at: 0, in: 0 },
      lastRun: Promise.resolve(),
    };
    return group;
  }

  /** An item is more urgent than all that the group has: it waits only for what it must. */
  function hurry(key: string, group: Group, priority: number): void {
    if (group.state === 'scheduled') poolOf(group.tenant).promote(group.task, priority);
    else if (group.state !== 'idle') {
      group.state.cancel();
      schedule(key, group, 0);
    }
  }

  function schedule(key: string, group: Group, wait: number): void {
    const next = group.items.first(group.failed);
    const now = millisecondsOf(clock.now());
    if (next === undefined) {
      group.state = 'idle';
      idle.add(key);
      forgetIdle(now);
      return;
    }
    idle.delete(key);
    const begin = (): void => {
      group.state = 'scheduled';
      const { priority } = group.items.first(group.failed) ?? next;
      group.lastRun = poolOf(group.tenant).run(group.task, priority);
    };
    const room = group.window.roomAt(now, options.groupRate(next.priority));
    // Not longer than asked, should the clock go back meanwhile.
    const asked = Math.min(group.asked.in, group.asked.at + group.asked.in - now);
    const rest = Math.max(wait, room - now, asked);
    if (rest > 0) group.state = { kind: 'waiting', cancel: after(rest, begin) };
    else begin();
  }

  /** A group is needed until neither what it sent nor what was asked of it limits what it may send. */
  function forgetIdle(now: number): void {
    for (const key of idle) {
      const group = groups.get(key);
      if (group?.window.isIdle(now) === false) return;
      if (group !== undefined && group.asked.at + group.asked.in > now) continue;
      idle.delete(key);
      groups.delete(key);
    }
  }

  /** @returns how long to pause the group; milliseconds */
  async function tryNext(group: Group): Promise<number> {
    const { tenant, items } = group;
    const first = items.first(group.failed);
    const next = group.unstored ?? (first && { id: first.value, priority: first.priority });
    if (next === undefined) return 0;
    const { id, priority } = next;
    group.window.record(millisecondsOf(clock.now()));
    items.delete(id);
    group.failed = id;
    try {
      const storeOutcome =
        group.unstored?.storeOutcome ?? (await options.attempt(tenant, id, group.failures));
      group.unstored = storeOutcome && { id, priority, storeOutcome };
      const again = await storeOutcome?.();
      group.unstored = undefined;
      // At the end of its kind: an item that cannot be tried must not block the others.
      if (again !== undefined) items.add(id, priority);
      const hasFailed = again !== undefined && again.in > 0;
      group.failures = hasFailed ? group.failures + 1 : 0;
      if (!hasFailed) group.failed = undefined;
      if (again?.isAsked === true) group.asked = { at: millisecondsOf(clock.now()), in: again.in };
      return again?.in ?? 0;
    } catch (error) {
      log.error({ tenant, error: errorForLog(error) }, `could not process a queued ${itemName}`);
      items.add(id, isDomainError(error, 'store-unavailable') ? priority : leastUrgent);
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
      [...groups.values()].reduce((sum, { items }) => sum + items.size(), 0) +
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
