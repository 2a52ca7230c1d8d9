import { day, millisecondsOf, type Instant } from '../instant.ts';
import { accessAt, endOf } from './access-at.ts';
import { rolesOf, type DelegatedAdminAccess, type DelegatedAdminGrant } from './delegated-admin-access.ts';
import type { PartnerRelationship } from './relationship.ts';
import { isGlobalAdministrator, roleTemplate } from './role-template.ts';

const soon = 30 * day;

/** Reasons why a partner needs attention, the most severe first. */
export const attentionMarks = [
  'classicAdministration',
  'globalAdministrator',
  'endsSoon',
  'notReviewed',
  'extendsItself',
] as const;

export type AttentionMark = (typeof attentionMarks)[number];

/** The permissions of a partner at a moment, and why they need attention. */
export interface Attention {
  /** The moment. */
  readonly at: Instant;
  readonly access: DelegatedAdminAccess;
  /** The most severe first; empty without permissions. */
  readonly marks: readonly AttentionMark[];
  /** The distinct, known role template ids granted. */
  readonly roles: readonly string[];
  /** Whether any role of a grant is unknown, or was not recognised in the message. */
  readonly holdsUnknownRoles: boolean;
  /** Number of roles that Microsoft labels as privileged; roles unknown to the desk count as such. */
  readonly privilegedRoles: number;
  /** When the first grant ends or auto-extends. */
  readonly until?: Instant;
  /** Whole days since the last review, or since the oldest grant if that is later. */
  readonly daysUnreviewed: number;
}

/**
 * Why a partner needs attention at a moment.
 * @param reviewEveryDays the review interval; days
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
    holdsUnknownRoles: grants.some(holdsUnknown),
    privilegedRoles: roles.filter((id) => (roleTemplate(id)?.level ?? 'privileged') === 'privileged').length,
    ...(until !== undefined && { until }),
    daysUnreviewed,
  };
}

/** Nothing was decided about it. */
export function noAttention(now: Instant): Attention {
  return {
    at: now,
    access: { kind: 'none' },
    marks: [],
    roles: [],
    holdsUnknownRoles: false,
    privilegedRoles: 0,
    daysUnreviewed: 0,
  };
}

/** Sort key for lists by attention, the highest first: each mark outweighs all less severe ones together. */
export function urgencyOf({ access, marks }: Attention): number {
  const active = access.kind === 'active' ? 1 : 0;
  return marks.reduce(
    (sum, mark) => sum + 2 ** (attentionMarks.length - attentionMarks.indexOf(mark)),
    active,
  );
}

function holdsUnknown(grant: DelegatedAdminGrant): boolean {
  return grant.kind === 'granular' && (grant.roles === 'notKnown' || grant.unrecognisedRoles !== undefined);
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

/** Counted from the last review, or from the oldest grant if that is later. */
function daysSinceReview(
  { reviewedAt }: PartnerRelationship,
  grants: readonly DelegatedAdminGrant[],
  now: Instant,
): number {
  const granted = earliest(grants.map(({ since }) => since)) ?? now;
  const lastReviewed = reviewedAt !== undefined && reviewedAt > granted ? reviewedAt : granted;
  return Math.floor((millisecondsOf(now) - millisecondsOf(lastReviewed)) / day);
}
