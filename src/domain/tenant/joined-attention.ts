import type { Instant } from '../instant.ts';
import {
  attentionMarks,
  attentionOf,
  noAttention,
  urgencyOf,
  type Attention,
} from '../partners/attention.ts';
import { isGlobalAdministrator } from '../partners/role-template.ts';
import type { JoinedPartner } from './join-partners.ts';
import { mayAdminister, standings } from './standing.ts';
import { hasAccess } from './tenant-snapshot.ts';
import { knownRoles } from './what-shows.ts';

/**
 * Why a partner needs attention at a moment, by what was decided here and by the roles that the tenant shows.
 * @param reviewEveryDays the review interval; days
 */
export function attentionTo(
  { relationship, seen }: Pick<JoinedPartner, 'relationship' | 'seen'>,
  now: Instant,
  reviewEveryDays: number,
): Attention {
  const decided =
    relationship === undefined ? noAttention(now) : attentionOf(relationship, now, reviewEveryDays);
  const roles = seen !== undefined && hasAccess(seen) ? knownRoles(seen) : [];
  if (!roles.some(isGlobalAdministrator)) return decided;
  const marks = new Set([...decided.marks, 'globalAdministrator']);
  return { ...decided, marks: attentionMarks.filter((mark) => marks.has(mark)) };
}

/** Standings that come first in a list, whatever else needs attention. */
const alarming = standings.slice(0, standings.indexOf('awaiting'));

/** Sort key for lists by attention, the highest first: what nobody decided, then as `urgencyOf`. */
export function urgencyIn({ standing }: Pick<JoinedPartner, 'standing'>, attention: Attention): number {
  const rank = alarming.length - alarming.indexOf(standing);
  return (alarming.includes(standing) ? rank : 0) * 2 ** (attentionMarks.length + 1) + urgencyOf(attention);
}

/** Whether there are permissions to remove: some that were decided here, or some that were seen. */
export function isRemovable(
  { seen, standing }: Pick<JoinedPartner, 'seen' | 'standing'>,
  { access }: Attention,
): boolean {
  if (access.kind === 'active') return true;
  return (
    standing !== 'awaitingRemoval' && standing !== 'support' && seen !== undefined && mayAdminister(seen)
  );
}
