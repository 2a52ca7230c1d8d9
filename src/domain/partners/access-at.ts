import { day, later, millisecondsOf, type Instant } from '../instant.ts';
import type { DelegatedAdminAccess, DelegatedAdminGrant } from './delegated-admin-access.ts';

/**
 * The length of each auto-extension of granular administration; milliseconds (Microsoft Graph, `autoExtendDuration`).
 */
const extension = 180 * day;

/** The next end of a grant; in the past if it has ended. Undefined if it has none, or none is known. */
export function endOf(grant: DelegatedAdminGrant, now: Instant): Instant | undefined {
  if (grant.kind === 'classic' || grant.until === 'notKnown') return undefined;
  if (grant.until > now || grant.autoExtends === false) return grant.until;
  // It may have been extended: without evidence that it ended, it must not look harmless.
  if (grant.autoExtends === 'notKnown') return undefined;
  const extensions = Math.floor((millisecondsOf(now) - millisecondsOf(grant.until)) / extension) + 1;
  return later(grant.until, extensions * extension);
}

/**
 * The access at a moment: grants that have ended by then do not count, whether or not that was recorded. `active` holds
 * only those that have not.
 */
export function accessAt(access: DelegatedAdminAccess, now: Instant): DelegatedAdminAccess {
  if (access.kind !== 'active') return access;
  const running = access.grants.filter((grant) => !hasEnded(grant, now));
  if (running.length > 0) return { kind: 'active', grants: running };
  const ends = access.grants.flatMap((grant) => endOf(grant, now) ?? []);
  return { kind: 'ended', at: ends.toSorted().at(-1) ?? now, grants: access.grants };
}

/** Whether a grant has ended, whether or not that was recorded. */
export function hasEnded(grant: DelegatedAdminGrant, now: Instant): boolean {
  const end = endOf(grant, now);
  return end !== undefined && end <= now;
}
