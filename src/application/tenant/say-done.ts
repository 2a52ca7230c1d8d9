import type { Actor } from '../../domain/actor.ts';
import { DomainError } from '../../domain/domain-error.ts';
import type { UnknownRefused } from '../../domain/history/audit-entry.ts';
import type { InvitationId, ProviderId } from '../../domain/identifiers.ts';
import type { Instant } from '../../domain/instant.ts';
import {
  grantAdministration,
  hasOneOf,
  mayDecide,
  rolesThatDecide,
} from '../../domain/invitations/decision-rights.ts';
import { isNow, withEffect } from '../../domain/invitations/invitation-transitions.ts';
import { namedPerson } from '../../domain/named-person.ts';
import { isRemoved, withRemovalEffect } from '../../domain/partners/relationship-transitions.ts';
import { withObservedEffect, type PartnerRelationship } from '../../domain/partners/relationship.ts';
import { isRemovalShownByTenant, isShownByTenant } from '../../domain/tenant/what-shows.ts';
import { auditChange, refusalChanges } from '../history/audit-changes.ts';
import { announceOutcome } from '../invitations/invitation-announcements.ts';
import { announceRemoval } from '../partners/remove-delegated-permissions.ts';
import type { Roles } from '../ports/authority.ts';
import { update } from '../ports/changes.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { retryOnConflict } from '../runtime/retry-on-conflict.ts';
import { roleRefusal } from '../runtime/role-refusal.ts';
import { settleAwaited } from './settle-awaited.ts';

interface Ports {
  readonly store: Store;
  readonly roles: Roles;
  readonly clock: Clock;
}

/**
 * Records a person's word that an authorization was completed at Microsoft, where nothing there can show it. Does
 * nothing if it is awaited no longer: somebody said so before, or the tenant showed it after all. Call
 * `Announcements.wake` afterwards.
 * @throws DomainError('not-allowed', 'role-not-active', 'roles-unavailable', 'invitation-not-found', 'invalid-action' if
 * the tenant can show it, or 'store-unavailable'); nothing changed then
 */
export async function sayAuthorizationDone(
  { store, roles, clock }: Ports,
  actor: Actor,
  id: InvitationId,
): Promise<void> {
  const { tenant } = actor;
  const held = await roles.rolesOf(actor);
  await retryOnConflict(async () => {
    const now = clock.now();
    const record = await store.get(tenant, 'invitation', id);
    const isAllowed = mayDecide(held, record?.value);
    if (!isAllowed || record === undefined) {
      await refuse(store, actor, now, { about: 'invitation', id, partner: record?.value.partner.id });
      throw isAllowed
        ? new DomainError('invitation-not-found', {})
        : await roleRefusal(roles, actor, rolesThatDecide(record?.value));
    }
    const before = record.value;
    if (!isNow(before, 'authorized') || before.status.effect.kind !== 'awaiting') return;
    if (isShownByTenant(before)) throw new DomainError('invalid-action', {});

    const by = namedPerson(actor);
    const invitation = withEffect(before, { kind: 'said', by, at: now });
    const partner = invitation.partner.id;
    const relationship = await store.get(tenant, 'relationship', partner);
    await store.commit(tenant, [
      update('invitation', record, invitation),
      ...(relationship === undefined
        ? []
        : [update('relationship', relationship, withObservedEffect(relationship.value, invitation))]),
      ...announceOutcome(invitation),
      ...(await settleAwaited(store, tenant, { kind: 'authorization', invitation: id, partner }, now)),
      auditChange(now, by, { kind: 'doneAtMicrosoft', partner, decided: 'authorization', invitation: id }),
    ]);
  });
}

/**
 * The same for a removal of delegated permissions.
 * @returns the relationship as it stands
 * @throws DomainError('not-allowed', 'role-not-active', 'roles-unavailable', 'partner-not-found', 'invalid-action' if
 * the tenant can show it, or 'store-unavailable'); nothing changed then
 */
export async function sayRemovalDone(
  { store, roles, clock }: Ports,
  actor: Actor,
  id: ProviderId,
): Promise<PartnerRelationship> {
  const { tenant } = actor;
  const isAllowed = hasOneOf(await roles.rolesOf(actor), grantAdministration);
  return retryOnConflict(async () => {
    const now = clock.now();
    const record = await store.get(tenant, 'relationship', id);
    if (!isAllowed || record === undefined) {
      await refuse(store, actor, now, { about: 'partner', id, partner: record?.value.partner.id });
      throw isAllowed
        ? new DomainError('partner-not-found', {})
        : await roleRefusal(roles, actor, grantAdministration);
    }
    const before = record.value;
    if (!isRemoved(before) || before.delegatedAdmin.effect.kind !== 'awaiting') return before;
    if (isRemovalShownByTenant(before.delegatedAdmin)) throw new DomainError('invalid-action', {});

    const by = namedPerson(actor);
    const removed = withRemovalEffect(before, { kind: 'said', by, at: now });
    await store.commit(tenant, [
      update('relationship', record, removed),
      ...announceRemoval(removed),
      ...(await settleAwaited(store, tenant, { kind: 'removal', partner: id }, now)),
      auditChange(now, by, { kind: 'doneAtMicrosoft', partner: id, decided: 'removal' }),
    ]);
    return removed;
  });
}

async function refuse(
  store: Store,
  actor: Actor,
  at: Instant,
  { about, id, partner }: Pick<UnknownRefused, 'about' | 'id'> & { readonly partner: ProviderId | undefined },
): Promise<void> {
  const wanted = 'sayDone';
  const event =
    partner === undefined
      ? ({ kind: 'unknownRefused', about, id, wanted, why: 'unknown' } as const)
      : ({ kind: 'tenantChangeRefused', partner, wanted, why: 'role' } as const);
  await store.commit(actor.tenant, await refusalChanges(store, actor, at, event));
}
