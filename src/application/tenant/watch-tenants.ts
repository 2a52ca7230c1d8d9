import type { TenantId } from '../../domain/identifiers.ts';
import type { Instant } from '../../domain/instant.ts';
import { afterRound, dueAt, intervalsOf } from '../../domain/tenant/watch-schedule.ts';
import { upsert } from '../ports/changes.ts';
import type { Timer } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { errorForLog } from '../runtime/logging.ts';
import { retryOnConflict } from '../runtime/retry-on-conflict.ts';
import { runPeriodically, type JobRun } from '../runtime/run-periodically.ts';
import { readRound, type RoundOutcome, type RoundPorts } from './read-round.ts';
import { remindOfAwaited } from './remind-of-awaited.ts';
import { phaseOf, runBounded } from '../runtime/spread-tenants.ts';

interface WatchPorts extends RoundPorts {
  readonly timer: Timer;
  readonly log: Log;
  /** Seconds between two reads of a tenant. */
  readonly watchEverySeconds: number;
  /** The tenants that are served. */
  readonly served: () => Promise<readonly TenantId[]>;
}

/** The record id of the one watch of a tenant. */
const watchId = 'watch';
/** Tenants read at the same time. */
const maxRounds = 4;
/** The reads of a round are aborted after this, and given up if they do not end then; milliseconds. */
const roundTimeout = 60_000;
const graceTime = 5_000;
/** Due times are looked at at least this often; milliseconds. */
const maxLookInterval = 30_000;

/**
 * Reads each served tenant when it is due, and reminds of what is awaited, now and periodically. Due times are stored: a
 * restart reads nothing early, and at once what is overdue. A tenant that hangs or cannot be read delays no other.
 * @returns a function that stops it: reads are aborted, and it resolves once all have ended
 */
export function watchTenants(ports: WatchPorts): () => Promise<void> {
  const { store, clock, timer, log, announcements, tenantReader, served } = ports;
  const intervals = intervalsOf(ports.watchEverySeconds);
  const interval = Math.min(maxLookInterval, intervals.awaited / 2);
  const stopping = new AbortController();
  const isStopping = () => stopping.signal.aborted;
  const rounds = runBounded(maxRounds);
  const states = new Map<TenantId, string>();
  /** At which look a tenant was last read: time that a clock cannot be set to. */
  const readAtLook = new Map<TenantId, number>();
  let look = 0;

  async function lookAt(tenant: TenantId): Promise<Instant | undefined> {
    const isAwaited = (await store.list(tenant, 'awaitedEffect', { limit: 1 })).items.length > 0;
    if (isAwaited && (await remindOfAwaited(ports, tenant))) announcements.wake(tenant);
    const watch = await store.get(tenant, 'tenantWatch', watchId);
    const now = clock.now();
    const due = dueAt(watch?.value, { isAwaited, now }, intervals);
    return due <= now && tenantReader.heldBack(tenant) === 0 ? due : undefined;
  }

  async function round(tenant: TenantId): Promise<void> {
    if (isStopping()) return;
    const at = clock.now();
    const elapsed = (look - (readAtLook.get(tenant) ?? -Infinity)) * interval;
    readAtLook.set(tenant, look);
    const counting = { apart: intervals.awaited, mayCount: elapsed >= intervals.awaited / 2 };
    const outcome = await withinTime((signal) => readRound(ports, tenant, counting, signal));
    // An aborted round says nothing: the next start reads it.
    if (isStopping()) return;
    tell(tenant, outcome);
    await retryOnConflict(async () => {
      const watch = await store.get(tenant, 'tenantWatch', watchId);
      const how = { at, hasRead: outcome.hasRead, phase: phaseOf(tenant) };
      const next = afterRound(watch?.value, how, intervals);
      await store.commit(tenant, [upsert('tenantWatch', watchId, next, watch)]);
    });
  }

  async function withinTime(work: (signal: AbortSignal) => Promise<RoundOutcome>): Promise<RoundOutcome> {
    const timeout = new AbortController();
    let giveUp = (): void => undefined;
    const givenUp = new Promise<RoundOutcome>((resolve) => {
      giveUp = () => {
        resolve({ hasRead: false, failures: ['unavailable'] });
      };
    });
    const cancelTimeout = timer.after(roundTimeout, () => {
      timeout.abort();
    });
    const cancelGiveUp = timer.after(roundTimeout + graceTime, giveUp);
    stopping.signal.addEventListener('abort', giveUp);
    try {
      const signal = AbortSignal.any([timeout.signal, stopping.signal]);
      return await Promise.race([work(signal), givenUp]);
    } finally {
      cancelTimeout();
      cancelGiveUp();
      stopping.signal.removeEventListener('abort', giveUp);
    }
  }

  /** Logs how a tenant can be read, once for each change of that. */
  function tell(tenant: TenantId, { hasRead, failures }: RoundOutcome): void {
    const state = failures.length === 0 ? '' : [...new Set(failures)].toSorted().join();
    const before = states.get(tenant) ?? '';
    states.set(tenant, state);
    if (state === before) return;
    if (state === '') log.info({ tenant }, 'a tenant can be read again');
    else
      log.warn(
        { tenant, why: state },
        hasRead ? 'part of a tenant cannot be read' : 'a tenant cannot be read',
      );
  }

  /** The same for what is no failure of Microsoft's, such as a store that cannot be written. */
  function failed(tenant: TenantId, error: unknown): void {
    if (states.get(tenant) === 'failed') return;
    states.set(tenant, 'failed');
    log.error({ tenant, error: errorForLog(error) }, 'could not watch a tenant');
  }

  async function lookAtAll({ isStopped }: JobRun): Promise<void> {
    look += 1;
    const due: { readonly tenant: TenantId; readonly at: Instant }[] = [];
    for (const tenant of await served()) {
      if (isStopped()) return;
      if (rounds.has(tenant)) continue;
      const at = await lookAt(tenant).catch((error: unknown) => {
        failed(tenant, error);
        return undefined;
      });
      if (at !== undefined) due.push({ tenant, at });
    }
    due.sort((one, other) => (one.at < other.at ? -1 : 1));
    for (const { tenant } of due) {
      rounds.start(tenant, () =>
        round(tenant).catch((error: unknown) => {
          failed(tenant, error);
        }),
      );
    }
  }

  const stop = runPeriodically({ timer, log, interval, failure: 'could not watch tenants' }, lookAtAll);
  return async () => {
    stop();
    stopping.abort();
    await rounds.ended();
  };
}
