import type { TenantId } from '../../domain/identifiers.ts';
import type { Subject } from '../../domain/notifications/announcement.ts';
import { isRemoved, type RemovedRelationship } from '../../domain/partners/relationship-transitions.ts';
import type { Store } from '../ports/store.ts';

/**
 * Reads a removal, for the notice about it.
 * @param about `invitation`: the newest that had granted what was removed; else `at`: when it was removed
 * @returns undefined if the partner was granted other permissions since
 * @throws DomainError('store-unavailable')
 */
export async function readRemoval(
  { store }: { readonly store: Store },
  tenant: TenantId,
  {
    partner,
    invitation,
    at,
  }: Pick<Extract<Subject, { readonly kind: 'removal' }>, 'partner' | 'invitation' | 'at'>,
): Promise<RemovedRelationship | undefined> {
  const relationship = (await store.get(tenant, 'relationship', partner))?.value;
  if (relationship === undefined || !isRemoved(relationship)) return undefined;
  const { grants, at: removedAt } = relationship.delegatedAdmin;
  const isMeant = invitation === undefined ? removedAt === at : grants.at(-1)?.invitation === invitation;
  return isMeant ? relationship : undefined;
}
