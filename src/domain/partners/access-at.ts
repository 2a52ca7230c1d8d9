import { day, later, millisecondsOf, type Instant } from '../instant.ts';
import type { DelegatedAdminAccess, DelegatedAdminGrant } from './delegated-admin-access.ts';

/** By how much granular administration extends itself each time; milliseconds (Microsoft Graph, `autoExtendDuration`). */
const extension = 180 * day;

/** When a grant ends next: ended already, where that is past and it does not extend itself. Undefined for no end, or none known. */
export function endOf(grant: DelegatedAdminGrant, now: Instant): Instant | undefined {
  if (grant.kind === 'classic' || grant.until === 'notKnown') return undefined;
  if (grant.until > now || grant.autoExtends === false) return grant.until;
  // Whether it extended itself may be unknown; then nobody saw that it ended, and it must not look harmless.
  if (grant.autoExtends === 'notKnown') return undefined;
  const extensions = Math.floor((millisecondsOf(now) - millisecondsOf(grant.until)) / extension) + 1;
  return later(grant.until, extensions * extension);
}

/**
 * What a partner may still do at a moment: what has ended by then does not count, whether or not that was recorded. `active`
 * holds only the grants that have not ended.
 */
export function accessAt(access: DelegatedAdminAccess, now: Instant): DelegatedAdminAccess {
  if (access.kind !== 'active') return access;
  const running = access.grants.filter((grant) => !hasEnded(grant, now));
  if (running.length > 0) return { kind: 'active', grants: running };
  const ends = access.grants.flatMap((grant) => endOf(grant, now) ?? []);
  return { kind: 'ended', at: ends.toSorted().at(-1) ?? now, grants: access.grants };
}

/** Whether a grant is over at a moment, whether or not that was recorded. */
export function hasEnded(grant: DelegatedAdminGrant, now: Instant): boolean {
  const end = endOf(grant, now);
  return end !== undefined && end <= now;
}
