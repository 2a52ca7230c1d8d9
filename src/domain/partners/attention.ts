import { day, millisecondsOf, type Instant } from '../instant.ts';
import { accessAt, endOf } from './access-at.ts';
import { rolesOf, type DelegatedAdminAccess, type DelegatedAdminGrant } from './delegated-admin-access.ts';
import type { PartnerRelationship } from './relationship.ts';
import { isGlobalAdministrator, roleTemplate } from './role-template.ts';

const soon = 30 * day;

/** What about a partner deserves attention, the gravest first. */
export const attentionMarks = [
  'classicAdministration',
  'globalAdministrator',
  'endsSoon',
  'notReviewed',
  'extendsItself',
] as const;

export type AttentionMark = (typeof attentionMarks)[number];

/** The permissions of a partner at a moment, and what deserves attention about them. */
export interface Attention {
  /** The moment. */
  readonly at: Instant;
  readonly access: DelegatedAdminAccess;
  /** The gravest first; none where there are no permissions. */
  readonly marks: readonly AttentionMark[];
  /** Role template ids that are granted and known, without repetition. */
  readonly roles: readonly string[];
  /** Whether some grant does not say which roles it holds. */
  readonly holdsUnknownRoles: boolean;
  /** How many of the roles Microsoft labels as privileged; one that the desk does not know counts as such. */
  readonly privilegedRoles: number;
  /** When the first grant ends or extends itself. */
  readonly until?: Instant;
  /** Whole days since somebody last looked at its permissions: at the last review, or when the oldest grant was made. */
  readonly daysUnreviewed: number;
}

/**
 * What deserves attention about a partner at a moment.
 * @param reviewEveryDays after so many days without a review its permissions deserve one; days
 */
export function attentionOf(
  relationship: PartnerRelationship,
  now: Instant,
  reviewEveryDays: number,
): Attention {
  const access = accessAt(relationship.delegatedAdmin, now);
  const grants = access.kind === 'active' ? access.grants : [];
  const roles = [...new Set(grants.flatMap(rolesOf))];
  const ends = grants.map((grant) => endOf(grant, now));
  const until = earliest(ends);
  const left = until === undefined ? undefined : millisecondsOf(until) - millisecondsOf(now);
  const daysUnreviewed = daysSinceReview(relationship, grants, now);
  const found: Record<AttentionMark, boolean> = {
    classicAdministration: grants.some(({ kind }) => kind === 'classic'),
    globalAdministrator: roles.some(isGlobalAdministrator),
    endsSoon:
      left !== undefined && left <= soon && grants.some((grant, at) => endsSoon(grant, ends[at], now)),
    notReviewed: grants.length > 0 && daysUnreviewed >= reviewEveryDays,
    extendsItself: grants.some((grant) => grant.kind === 'granular' && grant.autoExtends === true),
  };
  return {
    at: now,
    access,
    marks: attentionMarks.filter((mark) => found[mark]),
    roles,
    holdsUnknownRoles: grants.some((grant) => grant.kind === 'granular' && grant.roles === 'notKnown'),
    privilegedRoles: roles.filter((id) => (roleTemplate(id)?.level ?? 'privileged') === 'privileged').length,
    ...(until !== undefined && { until }),
    daysUnreviewed,
  };
}

/** How early a partner comes in a list sorted by attention, the highest first: one grave mark outweighs all lesser ones. */
export function urgencyOf({ access, marks }: Attention): number {
  const active = access.kind === 'active' ? 1 : 0;
  return marks.reduce(
    (sum, mark) => sum + 2 ** (attentionMarks.length - attentionMarks.indexOf(mark)),
    active,
  );
}

function earliest(moments: readonly (Instant | undefined)[]): Instant | undefined {
  return moments.reduce(
    (first, moment) => (first === undefined || (moment !== undefined && moment < first) ? moment : first),
    undefined,
  );
}

function endsSoon(grant: DelegatedAdminGrant, end: Instant | undefined, now: Instant): boolean {
  if (end === undefined || (grant.kind === 'granular' && grant.autoExtends === true)) return false;
  return millisecondsOf(end) - millisecondsOf(now) <= soon;
}

/** Counted from the last review, or from the oldest grant where none was reviewed since. */
function daysSinceReview(
  { reviewedAt }: PartnerRelationship,
  grants: readonly DelegatedAdminGrant[],
  now: Instant,
): number {
  const granted = earliest(grants.map(({ since }) => since)) ?? now;
  const looked = reviewedAt !== undefined && reviewedAt > granted ? reviewedAt : granted;
  return Math.floor((millisecondsOf(now) - millisecondsOf(looked)) / day);
}
