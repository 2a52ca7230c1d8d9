import { DomainError } from '../domain-error.ts';
import type { Instant } from '../instant.ts';
import { settingsOf, type ChosenSettings } from '../invitations/choose-settings.ts';
import type { Effect } from '../invitations/invitation-status.ts';
import type { InvitingPartner } from '../invitations/invitation.ts';
import type { NamedPerson } from '../named-person.ts';
import { givenReason } from '../plain-text.ts';
import type { SolutionProviderFunction } from '../solution-provider-function.ts';
import { accessAt } from './access-at.ts';
import type { DelegatedAdminAccess } from './delegated-admin-access.ts';
import type { PartnerRelationship } from './relationship.ts';

/** A relationship whose delegated permissions were removed. */
export type RemovedRelationship = PartnerRelationship & {
  readonly delegatedAdmin: Extract<DelegatedAdminAccess, { readonly kind: 'removed' }>;
};

export function isRemoved(relationship: PartnerRelationship): relationship is RemovedRelationship {
  return relationship.delegatedAdmin.kind === 'removed';
}

/**
 * Removes the delegated permissions. The functions stay: the partner can still work with the tenant, and be invited
 * again.
 * @param removal `isSeen`: whether the tenant shows permissions, whatever was decided here
 * @throws DomainError('nothing-to-remove') if there are none at this moment, decided or seen
 */
export function removeDelegatedAdmin(
  relationship: PartnerRelationship,
  removal: {
    readonly by: NamedPerson;
    readonly at: Instant;
    readonly reason?: string | undefined;
    readonly effect: Effect;
    readonly isSeen?: boolean;
  },
): RemovedRelationship {
  const { by, at, effect, isSeen = false } = removal;
  const access = accessAt(relationship.delegatedAdmin, at);
  if (access.kind !== 'active' && !isSeen) throw new DomainError('nothing-to-remove', {});
  const given = givenReason(removal.reason);
  return {
    ...relationship,
    delegatedAdmin: {
      kind: 'removed',
      by,
      at,
      ...(given !== undefined && { reason: given }),
      effect,
      grants: access.kind === 'active' ? access.grants : [],
    },
  };
}

/** The relationship with a partner about which nothing was decided here so far. */
export function blankRelationship(partner: InvitingPartner): PartnerRelationship {
  return { partner, functions: [], delegatedAdmin: { kind: 'none' } };
}

/** Records that the permissions were reviewed and kept. */
export function withReview(relationship: PartnerRelationship, at: Instant): PartnerRelationship {
  return { ...relationship, reviewedAt: at };
}

/** Updates the progress of a removal; who removed what, and when, stays. */
export function withRemovalEffect(relationship: RemovedRelationship, effect: Effect): RemovedRelationship {
  return { ...relationship, delegatedAdmin: { ...relationship.delegatedAdmin, effect } };
}

/**
 * Changes the settings of one function.
 * @throws DomainError('invalid-action') if the partner does not have the function, or 'account-invalid'
 */
export function withSettings(
  relationship: PartnerRelationship,
  changed: SolutionProviderFunction,
  chosen: ChosenSettings,
): PartnerRelationship {
  const entry = relationship.functions.find((known) => known.function === changed);
  if (entry === undefined) throw new DomainError('invalid-action', {});
  const settings = settingsOf(changed, chosen);
  return {
    ...relationship,
    functions: relationship.functions.map((known) => (known === entry ? { ...known, settings } : known)),
  };
}
