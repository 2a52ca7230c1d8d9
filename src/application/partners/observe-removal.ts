import type { ProviderId, TenantId } from '../../domain/identifiers.ts';
import { isRemoved, withRemovalEffect } from '../../domain/partners/relationship-transitions.ts';
import type { PartnerRelationship } from '../../domain/partners/relationship.ts';
import { auditChange } from '../history/audit-changes.ts';
import type { PartnerAuthority } from '../ports/authority.ts';
import { update } from '../ports/changes.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { retryOnConflict } from '../runtime/retry-on-conflict.ts';
import { announceRemoval } from './remove-delegated-permissions.ts';

interface Ports {
  readonly store: Store;
  readonly authority: PartnerAuthority;
  readonly clock: Clock;
}

/**
 * Checks whether a removal that was awaiting the tenant has taken effect there, and records it.
 * @returns the relationship if it was confirmed just now: those who have its card must be notified; undefined otherwise
 * @throws DomainError('store-unavailable')
 */
export async function observeRemoval(
  { store, authority, clock }: Ports,
  tenant: TenantId,
  partner: ProviderId,
): Promise<PartnerRelationship | undefined> {
  return retryOnConflict(async () => {
    const record = await store.get(tenant, 'relationship', partner);
    if (record === undefined || !isRemoved(record.value)) return undefined;
    const before = record.value.delegatedAdmin.effect;
    if (before.kind !== 'awaiting') return undefined;
    const effect = await authority.observeRemoval(tenant, record.value, before);
    if (effect.kind !== 'confirmed') return undefined;
    const value = withRemovalEffect(record.value, effect);
    await store.commit(tenant, [
      update('relationship', record, value),
      ...announceRemoval(value),
      auditChange(clock.now(), 'desk', { kind: 'removalConfirmed', partner }),
    ]);
    return value;
  });
}
