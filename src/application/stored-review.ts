import { DomainError } from '../domain/domain-error.ts';
import type { ProviderId, ReviewId, TenantId } from '../domain/identifiers.ts';
import type { PartnerRelationship } from '../domain/partners/relationship.ts';
import type { Review } from '../domain/reviews/review.ts';
import type { Store, Versioned } from './ports/store.ts';

/** Reads a review, as it was last noted. @throws DomainError('invalid-action') where the tenant has no such review */
export async function storedReview(store: Store, tenant: TenantId, id: ReviewId): Promise<Versioned<Review>> {
  const record = await store.get(tenant, 'review', id);
  if (record === undefined) throw new DomainError('invalid-action', {});
  return record;
}

/** The newest review of a tenant, open or finished; undefined before the first. */
export async function latestReview(store: Store, tenant: TenantId): Promise<Versioned<Review> | undefined> {
  return (await store.list(tenant, 'review', { limit: 1, order: 'descending' })).items[0];
}

/** The relationships with these partners, as they are stored now. */
export async function relationshipsWith(
  store: Store,
  tenant: TenantId,
  partners: readonly ProviderId[],
): Promise<ReadonlyMap<ProviderId, PartnerRelationship>> {
  const records = await Promise.all(partners.map((partner) => store.get(tenant, 'relationship', partner)));
  return new Map(records.flatMap((record) => (record ? [[record.value.partner.id, record.value]] : [])));
}
