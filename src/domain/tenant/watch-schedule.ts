import { later, millisecondsOf, type Instant } from '../instant.ts';
import type { TenantWatch } from './tenant-snapshot.ts';

const minute = 60_000;
/** While nothing can be read, at most so many intervals pass between two tries. */
const maxIntervals = 10;

/** How often a tenant is read; milliseconds. */
export interface WatchIntervals {
  readonly usual: number;
  /** While something is awaited of it. */
  readonly awaited: number;
}

/** @param everySeconds the interval as it is set: a value under a minute is taken as it is, whatever is awaited */
export function intervalsOf(everySeconds: number): WatchIntervals {
  const usual = everySeconds * 1000;
  return { usual, awaited: usual < minute ? usual : Math.max(minute, usual / 10) };
}

/** The record after a round. @param phase the tenant's own share of the interval, from 0 to 1: it spreads tenants out */
export function afterRound(
  before: TenantWatch | undefined,
  { at, hasRead, phase }: { readonly at: Instant; readonly hasRead: boolean; readonly phase: number },
  { usual, awaited }: WatchIntervals,
): TenantWatch {
  if (hasRead) return { lastReadAt: at, nextReadAt: nextInPhase(at, usual, awaited, phase), failures: 0 };
  const failures = (before?.failures ?? 0) + 1;
  return { lastReadAt: at, nextReadAt: later(at, usual * backOff(failures)), failures };
}

/** The tenant's own moment within the coming interval; a full interval later where that is too soon. */
function nextInPhase(at: Instant, usual: number, least: number, phase: number): Instant {
  const now = millisecondsOf(at);
  const wait = (((phase * usual - now) % usual) + usual) % usual;
  return later(at, wait < least ? usual : wait);
}

function backOff(failures: number): number {
  return failures === 0 ? 1 : Math.min(maxIntervals, 2 ** (failures - 1));
}

/** When a tenant is to be read next. @param watch undefined if it was never read */
export function dueAt(
  watch: TenantWatch | undefined,
  { isAwaited, now }: { readonly isAwaited: boolean; readonly now: Instant },
  { awaited }: WatchIntervals,
): Instant {
  // The clock was set back: what it said before is no measure.
  if (watch === undefined || watch.lastReadAt > now) return now;
  const soon = later(watch.lastReadAt, awaited * backOff(watch.failures));
  return isAwaited && soon < watch.nextReadAt ? soon : watch.nextReadAt;
}
