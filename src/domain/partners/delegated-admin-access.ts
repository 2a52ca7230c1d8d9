import type { InvitationId } from '../identifiers.ts';
import { day, later, type Instant } from '../instant.ts';
import type { Effect } from '../invitations/invitation-status.ts';
import type { InvitationThatIs } from '../invitations/invitation.ts';
import type { NamedPerson } from '../named-person.ts';
import type { ReminderDays } from '../notifications/reminder-days.ts';

/** The last reminder that people were sent, and of which end: what extends itself has a later one afterwards. */
export interface Reminded {
  readonly end: Instant;
  readonly days: ReminderDays;
}

/** Delegated administration as one invitation granted it. `classic` holds until it is removed. */
export type DelegatedAdminGrant =
  | { readonly kind: 'classic'; readonly invitation: InvitationId; readonly since: Instant }
  | {
      readonly kind: 'granular';
      readonly invitation: InvitationId;
      readonly since: Instant;
      /** Role template ids of Microsoft Entra. */
      readonly roles: readonly string[] | 'notKnown';
      /** When it first ends; one that extends itself goes on from then. */
      readonly until: Instant | 'notKnown';
      readonly autoExtends: boolean | 'notKnown';
      /** Absent before the first reminder. */
      readonly reminded?: Reminded;
    };

/** A grant of named roles for a time. */
export type GranularGrant = Extract<DelegatedAdminGrant, { readonly kind: 'granular' }>;

/** The delegated administration that a partner has: none so far, some, or some that ended or was taken away again. */
export type DelegatedAdminAccess =
  | { readonly kind: 'none' }
  | { readonly kind: 'active'; readonly grants: readonly DelegatedAdminGrant[] }
  | { readonly kind: 'ended'; readonly at: Instant; readonly grants: readonly DelegatedAdminGrant[] }
  | {
      readonly kind: 'removed';
      readonly by: NamedPerson;
      readonly at: Instant;
      readonly reason?: string;
      /** How far the removal has come. */
      readonly effect: Effect;
      /** What it was that was removed. */
      readonly grants: readonly DelegatedAdminGrant[];
    };

/** Role template ids that a grant is known to hold. */
export function rolesOf(grant: DelegatedAdminGrant): readonly string[] {
  return grant.kind === 'granular' && grant.roles !== 'notKnown' ? grant.roles : [];
}

/** What an authorized invitation grants; undefined where it grants no administration. */
export function grantOf({
  id,
  delegatedAdmin,
  status,
}: InvitationThatIs<'authorized'>): DelegatedAdminGrant | undefined {
  if (delegatedAdmin.kind === 'none') return undefined;
  const granted = { invitation: id, since: status.at };
  if (delegatedAdmin.kind === 'classic') return { kind: 'classic', ...granted };
  const { roles, durationDays, autoExtends } = delegatedAdmin;
  return {
    kind: 'granular',
    ...granted,
    roles: roles === 'notKnown' ? roles : roles.value,
    until: durationDays === 'notKnown' ? durationDays : later(status.at, durationDays.value * day),
    autoExtends: autoExtends === 'notKnown' ? autoExtends : autoExtends.value,
  };
}

/** The grant that was made last of those that were not removed; undefined where there is none. */
export function newestGrantOf(access: DelegatedAdminAccess): DelegatedAdminGrant | undefined {
  return access.kind === 'active' ? access.grants.at(-1) : undefined;
}

/** The access with one grant more. What ended or was removed before stays so: only the new grant counts then. */
export function withGrant(
  access: DelegatedAdminAccess | undefined,
  grant: DelegatedAdminGrant | undefined,
): DelegatedAdminAccess {
  if (grant === undefined) return access ?? { kind: 'none' };
  return { kind: 'active', grants: access?.kind === 'active' ? [...access.grants, grant] : [grant] };
}
