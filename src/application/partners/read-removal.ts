import type { InvitationId, ProviderId, TenantId } from '../../domain/identifiers.ts';
import { isRemoved, type RemovedRelationship } from '../../domain/partners/relationship-transitions.ts';
import type { Store } from '../ports/store.ts';

/**
 * Reads a removal, for the notice about it.
 * @param about `invitation`: the newest that had granted what was removed
 * @returns undefined if the partner was granted other permissions since
 * @throws DomainError('store-unavailable')
 */
export async function readRemoval(
  { store }: { readonly store: Store },
  tenant: TenantId,
  { partner, invitation }: { readonly partner: ProviderId; readonly invitation: InvitationId },
): Promise<RemovedRelationship | undefined> {
  const relationship = (await store.get(tenant, 'relationship', partner))?.value;
  if (relationship === undefined || !isRemoved(relationship)) return undefined;
  return relationship.delegatedAdmin.grants.at(-1)?.invitation === invitation ? relationship : undefined;
}
