import { aboutInvitation } from '../../domain/history/invitation-event.ts';
import type { InvitationId, ProviderId, TenantId } from '../../domain/identifiers.ts';
import { isNow, withEffect } from '../../domain/invitations/invitation-transitions.ts';
import { isRemoved, withRemovalEffect } from '../../domain/partners/relationship-transitions.ts';
import { withObservedEffect, type PartnerRelationship } from '../../domain/partners/relationship.ts';
import { authorizationShown, mayBeConfirmed, removalShown } from '../../domain/tenant/confirmation.ts';
import { seenIn } from '../../domain/tenant/join-partners.ts';
import { auditChange } from '../history/audit-changes.ts';
import { announceOutcome } from '../invitations/invitation-announcements.ts';
import { everyRelationship } from '../partners/find-relationships.ts';
import { announceRemoval } from '../partners/remove-delegated-permissions.ts';
import { update } from '../ports/changes.ts';
import type { Clock, NewId } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { readSnapshot } from '../runtime/read-snapshot.ts';
import { retryOnConflict } from '../runtime/retry-on-conflict.ts';
import { settleAwaited } from './settle-awaited.ts';
import { raiseAlerts } from './tenant-announcements.ts';

interface Ports {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: NewId;
}

/**
 * Confirms every decision that the stored snapshot shows, each by a commit of its own. Also those that were stored
 * before the desk read the tenant.
 * @returns whether anything was confirmed: call `Announcements.wake` then
 * @throws DomainError('store-unavailable')
 */
export async function confirmAwaited(ports: Ports, tenant: TenantId): Promise<boolean> {
  let hasConfirmed = false;
  for (const relationship of await everyRelationship(ports.store, tenant)) {
    for (const invitation of openAuthorizations(relationship)) {
      if (await confirmAuthorization(ports, tenant, invitation)) hasConfirmed = true;
    }
    if (isRemoved(relationship) && mayBeConfirmed(relationship.delegatedAdmin.effect)) {
      if (await confirmRemoval(ports, tenant, relationship.partner.id)) hasConfirmed = true;
    }
  }
  return hasConfirmed;
}

function openAuthorizations({ functions }: PartnerRelationship): readonly InvitationId[] {
  return functions.filter(({ effect }) => mayBeConfirmed(effect)).map(({ invitation }) => invitation);
}

/** @returns whether it was confirmed now */
async function confirmAuthorization(
  { store, clock, newId }: Ports,
  tenant: TenantId,
  id: InvitationId,
): Promise<boolean> {
  return retryOnConflict(async () => {
    const record = await store.get(tenant, 'invitation', id);
    if (record === undefined || !isNow(record.value, 'authorized')) return false;
    if (!mayBeConfirmed(record.value.status.effect)) return false;
    const partner = record.value.partner.id;
    const relationship = await store.get(tenant, 'relationship', partner);
    if (relationship === undefined || isUndone(relationship.value, id)) return false;
    const snapshot = await readSnapshot(store, tenant);
    const shown = snapshot && authorizationShown(record.value, relationship.value, snapshot);
    if (shown === undefined) return false;

    const at = clock.now();
    const { otherRoles } = shown;
    const invitation = withEffect(record.value, { kind: 'confirmed', at, ...(otherRoles && { otherRoles }) });
    const seen = seenIn(snapshot, partner);
    const cause = otherRoles && {
      partner,
      seen,
      change: { kind: 'otherRolesApproved', ...otherRoles } as const,
    };
    await store.commit(tenant, [
      update('invitation', record, invitation),
      update('relationship', relationship, withObservedEffect(relationship.value, invitation)),
      ...(await settleAwaited(store, tenant, { kind: 'authorization', invitation: id, partner }, at)),
      ...announceOutcome(invitation),
      auditChange(at, 'desk', { kind: 'authorizationConfirmed', ...aboutInvitation(invitation) }),
      ...(cause ? raiseAlerts([cause], at, newId) : []),
    ]);
    return true;
  });
}

/** Whether what an invitation granted was removed here since. */
function isUndone({ delegatedAdmin }: PartnerRelationship, id: InvitationId): boolean {
  return (
    delegatedAdmin.kind === 'removed' && delegatedAdmin.grants.some(({ invitation }) => invitation === id)
  );
}

/** @returns whether it was confirmed now */
async function confirmRemoval(
  { store, clock }: Ports,
  tenant: TenantId,
  partner: ProviderId,
): Promise<boolean> {
  return retryOnConflict(async () => {
    const record = await store.get(tenant, 'relationship', partner);
    if (record === undefined || !isRemoved(record.value)) return false;
    if (!mayBeConfirmed(record.value.delegatedAdmin.effect)) return false;
    const snapshot = await readSnapshot(store, tenant);
    if (snapshot === undefined || !removalShown(record.value, snapshot)) return false;
    const at = clock.now();
    const value = withRemovalEffect(record.value, { kind: 'confirmed', at });
    await store.commit(tenant, [
      update('relationship', record, value),
      ...(await settleAwaited(store, tenant, { kind: 'removal', partner }, at)),
      ...announceRemoval(value),
      auditChange(at, 'desk', { kind: 'removalConfirmed', partner }),
    ]);
    return true;
  });
}
