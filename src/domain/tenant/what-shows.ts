import type { Effect } from '../invitations/invitation-status.ts';
import type { InvitationThatIs } from '../invitations/invitation.ts';
import {
  grantOf,
  type DelegatedAdminAccess,
  type DelegatedAdminGrant,
} from '../partners/delegated-admin-access.ts';
import type { SolutionProviderFunction } from '../solution-provider-function.ts';
import { isGone, rolesSeen, type SeenPartner } from './tenant-snapshot.ts';

/**
 * What of the tenant shows that a partner has a function. `roles`: it is a service provider, and has roles. `sales`: it
 * sold subscriptions, or is a service provider. `nothing`: Microsoft Graph does not show the function at all.
 */
export type Evidence = 'roles' | 'sales' | 'nothing';

const evidence: Readonly<Record<SolutionProviderFunction, Evidence>> = {
  delegatedAdministrator: 'roles',
  resellerAndDelegatedAdministrator: 'roles',
  reseller: 'sales',
  partner: 'nothing',
  mpsaPartner: 'nothing',
  oemPcPartner: 'nothing',
  lineOfBusinessPartner: 'nothing',
};

/** What of the tenant shows a function. */
export function evidenceOf(name: SolutionProviderFunction): Evidence {
  return evidence[name];
}

/** Whether the tenant, as it was last seen, shows that this partner has the function. */
export function shows(seen: SeenPartner, name: SolutionProviderFunction): boolean {
  const isProvider = seen.isProvider && !isGone(seen);
  if (evidence[name] === 'sales') return isProvider || seen.sells === true;
  return evidence[name] === 'roles' && isProvider && knownRoles(seen).length > 0;
}

/** An authorization, as far as the tenant could show it. */
export interface Authorization {
  readonly function: SolutionProviderFunction;
  readonly effect: Effect;
  /** What it granted; undefined if that was no delegated administration. */
  readonly grant: DelegatedAdminGrant | undefined;
  /** Whether the partner's id is a guess. */
  readonly idIsGuess: boolean;
}

/**
 * Whether the tenant can ever show an authorization: not every function is in Microsoft Graph, the roles of classic
 * administration mostly are not, and roles that a partner of a guessed id had before are no sign of this decision. Where
 * it cannot, only a person can say that it is done.
 * @param seen the partner as it was last seen, if it was
 */
export function canBeShown(
  { function: name, effect, grant, idIsGuess }: Authorization,
  seen: SeenPartner | undefined,
): boolean {
  if (evidence[name] !== 'roles') return evidence[name] === 'sales';
  if (grant?.kind === 'classic') return seen !== undefined && shows(seen, name);
  if (!idIsGuess || effect.kind !== 'awaiting' || grant === undefined || grant.roles === 'notKnown')
    return true;
  return rolesBeyond(grant.roles, effect.rolesBefore ?? []).length > 0;
}

/** The roles that it is known to have; empty where they could never be read. */
export function knownRoles(seen: SeenPartner): readonly string[] {
  const roles = rolesSeen(seen);
  return roles === 'notKnown' ? [] : roles;
}

/** The roles of a list that are not in another, whatever the case. */
export function rolesBeyond(roles: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others.map((role) => role.toLowerCase()));
  return roles.filter((role) => !known.has(role.toLowerCase()));
}

/**
 * Whether Microsoft Graph can be expected to show that an authorization was completed at Microsoft; else there is only a
 * person's word. Of classic administration (DAP) it may show something, which is not to be relied on.
 */
export function isShownByTenant(invitation: InvitationThatIs<'authorized'>): boolean {
  const { function: invitedAs, partner, status } = invitation;
  const { idIsGuess } = partner;
  const grant = grantOf(invitation);
  return canBeShown({ function: invitedAs, effect: status.effect, grant, idIsGuess }, undefined);
}

/** The same for a removal of delegated permissions. */
export function isRemovalShownByTenant(access: DelegatedAdminAccess): boolean {
  return !('grants' in access) || access.grants.every(({ kind }) => kind === 'granular');
}
