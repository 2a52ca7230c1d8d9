import { day, later, type Instant } from '../instant.ts';
import { reminderDays, type ReminderDays } from '../notifications/reminder-days.ts';
import { endOf, hasEnded } from './access-at.ts';
import type { GranularGrant } from './delegated-admin-access.ts';
import type { PartnerRelationship } from './relationship.ts';
import { rolesLost } from './roles-lost.ts';

/** Something about the end of a grant that has yet to be recorded. */
export type AccessNotice =
  | {
      readonly kind: 'accessEnding';
      readonly grant: GranularGrant;
      readonly end: Instant;
      readonly days: ReminderDays;
    }
  /** `isLoss`: the partner can do less now, which people are to be told. */
  | {
      readonly kind: 'accessEnded';
      readonly grant: GranularGrant;
      readonly end: Instant;
      readonly isLoss: boolean;
    };

/**
 * What is due at a moment about a relationship, one thing at a time: what has ended, the earliest first, then the most
 * pressing reminder of an end to come. Nothing about what the tenant has yet to show: nobody saw it begin.
 */
export function dueNotice(relationship: PartnerRelationship, now: Instant): AccessNotice | undefined {
  const grants = datedGrants(relationship);
  const [over] = grants
    .filter((grant) => hasEnded(grant, now))
    .map((grant) => ({ grant, end: endOf(grant, now) ?? now }))
    .toSorted((one, other) => (one.end < other.end ? -1 : 1));
  if (over !== undefined) return { kind: 'accessEnded', ...over, isLoss: isLoss(relationship, over, now) };
  for (const grant of grants) {
    const reminder = dueReminder(grant, now);
    if (reminder !== undefined && isLoss(relationship, { grant, ...reminder }, now))
      return { kind: 'accessEnding', grant, ...reminder };
  }
  return undefined;
}

/** The relationship once a notice is recorded, so that it is due no more: the grant is marked, or over. */
export function afterNotice(relationship: PartnerRelationship, notice: AccessNotice): PartnerRelationship {
  const { delegatedAdmin } = relationship;
  if (delegatedAdmin.kind !== 'active') return relationship;
  const { grant, end } = notice;
  if (notice.kind === 'accessEnding') {
    const reminded = { ...grant, reminded: { end, days: notice.days } };
    const grants = delegatedAdmin.grants.map((known) =>
      known.invitation === grant.invitation ? reminded : known,
    );
    return { ...relationship, delegatedAdmin: { kind: 'active', grants } };
  }
  const grants = delegatedAdmin.grants.filter((known) => known.invitation !== grant.invitation);
  const left = { kind: 'active', grants } as const;
  const none = { kind: 'ended', at: end, grants: [grant] } as const;
  return { ...relationship, delegatedAdmin: grants.length > 0 ? left : none };
}

function datedGrants({ delegatedAdmin, functions }: PartnerRelationship): readonly GranularGrant[] {
  if (delegatedAdmin.kind !== 'active') return [];
  const awaiting = new Set(
    functions.filter(({ effect }) => effect.kind === 'awaiting').map(({ invitation }) => invitation),
  );
  return delegatedAdmin.grants
    .filter((grant) => grant.kind === 'granular')
    .filter(({ invitation }) => !awaiting.has(invitation));
}

/**
 * The reminder of a grant's next end that a moment asks for; of several that were missed the most pressing. None that was
 * due before the grant began, and none less pressing than the last, although the clock may go back.
 */
function dueReminder(
  grant: GranularGrant,
  now: Instant,
): { readonly end: Instant; readonly days: ReminderDays } | undefined {
  const end = endOf(grant, now);
  if (end === undefined) return undefined;
  const days = reminderDays.findLast((before) => {
    const due = later(end, -before * day);
    return due <= now && due > grant.since;
  });
  if (days === undefined) return undefined;
  const { reminded } = grant;
  const wasSaid =
    reminded !== undefined && (reminded.end > end || (reminded.end === end && reminded.days <= days));
  return wasSaid ? undefined : { end, days };
}

function isLoss(
  { delegatedAdmin }: PartnerRelationship,
  { grant, end }: { readonly grant: GranularGrant; readonly end: Instant },
  now: Instant,
): boolean {
  const grants = delegatedAdmin.kind === 'active' ? delegatedAdmin.grants : [];
  const lost = rolesLost(grant, grants, { end, now });
  return lost === 'notKnown' || lost.length > 0;
}
