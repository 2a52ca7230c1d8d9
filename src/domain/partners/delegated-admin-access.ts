import type { InvitationId } from '../identifiers.ts';
import { day, later, type Instant } from '../instant.ts';
import type { DelegatedAdmin } from '../invitations/delegated-admin.ts';
import type { Effect } from '../invitations/invitation-status.ts';
import type { InvitationThatIs } from '../invitations/invitation.ts';
import type { NamedPerson } from '../named-person.ts';
import type { ReminderDays } from '../notifications/reminder-days.ts';
import type { Stated } from '../stated.ts';

type Granular = Extract<DelegatedAdmin, { readonly kind: 'granular' }>;

/** The last reminder sent, and the end it was about: an auto-extending grant gets a later end. */
export interface Reminded {
  readonly end: Instant;
  readonly days: ReminderDays;
}

/** Delegated administration granted by one invitation. `classic` lasts until it is removed. */
export type DelegatedAdminGrant =
  | { readonly kind: 'classic'; readonly invitation: InvitationId; readonly since: Instant }
  | {
      readonly kind: 'granular';
      readonly invitation: InvitationId;
      readonly since: Instant;
      /** Role template ids of Microsoft Entra. */
      readonly roles: readonly string[] | 'notKnown';
      /** What else the message listed as roles, word for word. Absent: nothing, or not kept then. */
      readonly unrecognisedRoles?: readonly string[];
      /** The first end; an auto-extending grant continues after it. */
      readonly until: Instant | 'notKnown';
      readonly autoExtends: boolean | 'notKnown';
      /** Absent before the first reminder. */
      readonly reminded?: Reminded;
    };

/** A time-limited grant of specific roles. */
export type GranularGrant = Extract<DelegatedAdminGrant, { readonly kind: 'granular' }>;

/** The delegated administration of a partner. `none`: never had any. */
export type DelegatedAdminAccess =
  | { readonly kind: 'none' }
  | { readonly kind: 'active'; readonly grants: readonly DelegatedAdminGrant[] }
  | { readonly kind: 'ended'; readonly at: Instant; readonly grants: readonly DelegatedAdminGrant[] }
  | {
      readonly kind: 'removed';
      readonly by: NamedPerson;
      readonly at: Instant;
      readonly reason?: string;
      /** The progress of the removal. */
      readonly effect: Effect;
      /** The removed grants. */
      readonly grants: readonly DelegatedAdminGrant[];
    };

/** The known role template ids of a grant. */
export function rolesOf(grant: DelegatedAdminGrant): readonly string[] {
  return grant.kind === 'granular' && grant.roles !== 'notKnown' ? grant.roles : [];
}

/** What a message listed as roles of a grant that is not recognised. */
export function unrecognisedIn(grant: DelegatedAdminGrant): readonly string[] {
  return grant.kind === 'granular' ? (grant.unrecognisedRoles ?? []) : [];
}

/** The grant of an authorized invitation; undefined if it includes no administration. */
export function grantOf({
  id,
  delegatedAdmin,
  status,
}: InvitationThatIs<'authorized'>): DelegatedAdminGrant | undefined {
  if (delegatedAdmin.kind === 'none') return undefined;
  const granted = { invitation: id, since: status.at };
  if (delegatedAdmin.kind === 'classic') return { kind: 'classic', ...granted };
  const { roles, autoExtends, unrecognisedRoles } = delegatedAdmin;
  return {
    kind: 'granular',
    ...granted,
    roles: roles === 'notKnown' ? roles : roles.value,
    ...(unrecognisedRoles && { unrecognisedRoles }),
    until: isDurationKnown(delegatedAdmin)
      ? later(status.at, delegatedAdmin.durationDays.value * day)
      : 'notKnown',
    autoExtends: autoExtends === 'notKnown' ? autoExtends : autoExtends.value,
  };
}

/** Words that are not understood may mean more than a number that is merely claimed beside them: no end is announced. */
function isDurationKnown<Asked extends Granular>(
  asked: Asked,
): asked is Asked & { readonly durationDays: Stated<number> } {
  const { durationDays, durationWords } = asked;
  return durationDays !== 'notKnown' && !(durationDays.claimed && durationWords !== undefined);
}

/** The newest active grant, if any. */
export function newestGrantOf(access: DelegatedAdminAccess): DelegatedAdminGrant | undefined {
  return access.kind === 'active' ? access.grants.at(-1) : undefined;
}

/** Adds a grant. Grants that ended or were removed are not revived. */
export function withGrant(
  access: DelegatedAdminAccess | undefined,
  grant: DelegatedAdminGrant | undefined,
): DelegatedAdminAccess {
  if (grant === undefined) return access ?? { kind: 'none' };
  return { kind: 'active', grants: access?.kind === 'active' ? [...access.grants, grant] : [grant] };
}
