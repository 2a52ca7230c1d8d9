import type { Clock } from '../../application/ports/clock.ts';
import { createSlidingWindow, type SlidingWindow } from '../../application/runtime/sliding-window.ts';
import type { TenantId } from '../../domain/identifiers.ts';
import { day, millisecondsOf } from '../../domain/instant.ts';
import type { GraphService } from './graph-reads.ts';

/** Of an app in a tenant. Source: Microsoft Graph throttling limits, “Identity and access reports”. */
const reportLimit = [{ max: 5, within: 10_000 }];

/** How long calls are held back whose answer does not say how long, and at most; milliseconds. */
const defaultHold = 10_000;
const maxHold = day;

/** When calls may be sent. All times in milliseconds. */
export interface GraphLimits {
  /** How long the next call has to wait; 0: it may be sent now. */
  waitFor(tenant: TenantId, service: GraphService): number;
  /** Records that a call is sent. */
  sent(tenant: TenantId, service: GraphService): void;
  /** Holds back every call of a tenant to a service. @param milliseconds undefined: Graph did not say how long */
  hold(tenant: TenantId, service: GraphService, milliseconds: number | undefined): void;
  /** How long calls are held back because Graph asked for that; 0 if they are not. */
  heldBack(tenant: TenantId, service: GraphService): number;
}

export function createGraphLimits(clock: Clock): GraphLimits {
  /** Kept only while they hold something back. */
  const holds = new Map<string, { readonly from: number; readonly milliseconds: number }>();
  const reports = new Map<TenantId, SlidingWindow>();
  const now = () => millisecondsOf(clock.now());
  const keyOf = (tenant: TenantId, service: GraphService) => `${service} ${tenant}`;

  function heldBack(tenant: TenantId, service: GraphService): number {
    const key = keyOf(tenant, service);
    const hold = holds.get(key);
    if (hold === undefined) return 0;
    // A clock that was set back must not hold calls back for longer than Graph asked.
    const from = Math.min(hold.from, now());
    if (from !== hold.from) holds.set(key, { ...hold, from });
    const left = from + hold.milliseconds - now();
    if (left <= 0) holds.delete(key);
    return Math.max(0, left);
  }

  function windowOf(tenant: TenantId): SlidingWindow {
    const existing = reports.get(tenant);
    if (existing !== undefined) return existing;
    for (const [other, window] of reports) if (window.isIdle(now())) reports.delete(other);
    const created = createSlidingWindow(reportLimit);
    reports.set(tenant, created);
    return created;
  }

  return {
    heldBack,
    waitFor(tenant, service) {
      const room = service === 'reports' ? windowOf(tenant).roomAt(now()) - now() : 0;
      return Math.max(room, heldBack(tenant, service));
    },
    sent(tenant, service) {
      if (service === 'reports') windowOf(tenant).record(now());
    },
    hold(tenant, service, milliseconds = defaultHold) {
      const longest = Math.max(heldBack(tenant, service), Math.min(milliseconds, maxHold));
      holds.set(keyOf(tenant, service), { from: now(), milliseconds: longest });
    },
  };
}

/**
 * How long an answer asks to wait, in milliseconds.
 * @param value of `Retry-After`: seconds, or a date
 * @param sentAt when the answer was sent by Graph's clock, which need not be this machine's; milliseconds
 * @returns undefined if it does not say
 */
export function retryAfter(value: string | null | undefined, sentAt: number): number | undefined {
  if (value === null || value === undefined) return undefined;
  const text = value.trim();
  if (/^\d{1,12}(?:\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  const until = Date.parse(text);
  return Number.isNaN(until) ? undefined : Math.max(0, until - sentAt);
}
