import type { ReviewId, TenantId } from '../../domain/identifiers.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Review } from '../../domain/reviews/review.ts';
import { joinPartners } from '../../domain/tenant/join-partners.ts';
import { everyRelationship } from '../partners/find-relationships.ts';
import { listedPartner } from '../partners/list-partners.ts';
import { seenTenant } from '../partners/seen-tenant.ts';
import { readReview, type ReadingPorts, type ReadReview } from './open-review.ts';

/** Why everyone is asked for a review. */
export interface DueReview {
  readonly review: ReviewId;
  /** How many partners have delegated permissions. */
  readonly partners: number;
  /** The review itself, if it was started already. */
  readonly open: Review | undefined;
  /** When the previous review was finished, if there was one. */
  readonly lastFinishedAt: Instant | undefined;
}

/** What to say about a review that everyone was asked for. */
export type ReviewRequest =
  | { readonly kind: 'due'; readonly due: DueReview }
  | {
      readonly kind: 'finished';
      readonly finished: NonNullable<Review['finished']>;
      readonly read: ReadReview;
    };

/**
 * Reads a review that everyone was asked for, whether or not it was started.
 * @returns undefined if it is not finished and nobody has delegated permissions
 * @throws DomainError('store-unavailable')
 */
export async function readDueReview(
  ports: ReadingPorts,
  tenant: TenantId,
  review: ReviewId,
): Promise<ReviewRequest | undefined> {
  const { store, clock } = ports;
  const stored = (await store.get(tenant, 'review', review))?.value;
  if (stored?.finished !== undefined) {
    const read = await readReview(ports, tenant, review);
    return { kind: 'finished', finished: stored.finished, read };
  }
  const relationships = await everyRelationship(store, tenant);
  const now = clock.now();
  const joined = joinPartners(relationships, await seenTenant(ports, tenant), now);
  const partners = joined.filter((each) => listedPartner(ports, each, now).isRemovable).length;
  if (partners === 0) return undefined;
  const { items } = await store.list(tenant, 'review', { limit: 2, order: 'descending' });
  const lastFinishedAt = items.find(({ value }) => value.finished)?.value.finished?.at;
  return { kind: 'due', due: { review, partners, open: stored, lastFinishedAt } };
}
