import { day, later, type Instant } from '../instant.ts';
import { reminderDays, type ReminderDays } from '../notifications/reminder-days.ts';
import { endOf, hasEnded } from './access-at.ts';
import type { GranularGrant } from './delegated-admin-access.ts';
import type { PartnerRelationship } from './relationship.ts';
import { rolesLost } from './roles-lost.ts';

/** A notice about the end of a grant that is not recorded yet. */
export type AccessNotice =
  | {
      readonly kind: 'accessEnding';
      readonly grant: GranularGrant;
      readonly end: Instant;
      readonly days: ReminderDays;
    }
  /** `isLoss`: the partner lost permissions, so people are notified. */
  | {
      readonly kind: 'accessEnded';
      readonly grant: GranularGrant;
      readonly end: Instant;
      readonly isLoss: boolean;
    };

/**
 * The next notice due for a relationship: grants that ended, the earliest first, then reminders of upcoming ends. None
 * for grants still to be observed in the tenant, whose start is unknown.
 */
export function dueNotice(relationship: PartnerRelationship, now: Instant): AccessNotice | undefined {
  const grants = datedGrants(relationship);
  const [ended] = grants
    .filter((grant) => hasEnded(grant, now))
    .map((grant) => ({ grant, end: endOf(grant, now) ?? now }))
    .toSorted((one, other) => (one.end < other.end ? -1 : 1));
  if (ended !== undefined) return { kind: 'accessEnded', ...ended, isLoss: isLoss(relationship, ended, now) };
  for (const grant of grants) {
    const reminder = dueReminder(grant, now);
    if (reminder !== undefined && isLoss(relationship, { grant, ...reminder }, now))
      return { kind: 'accessEnding', grant, ...reminder };
  }
  return undefined;
}

/** Records a notice, so that it is not due again: marks the grant as reminded, or ends it. */
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
 * The reminder due for a grant's next end; the most urgent one if several were missed. Never one due before the grant
 * began, or less urgent than the last one sent, even if the clock was set back.
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
  const wasSent =
    reminded !== undefined && (reminded.end > end || (reminded.end === end && reminded.days <= days));
  return wasSent ? undefined : { end, days };
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
