import type { Actor } from '../../domain/actor.ts';
import type { ProviderId, ReviewId } from '../../domain/identifiers.ts';
import { namedPerson } from '../../domain/named-person.ts';
import { reviewAsItStands, skipInReview as skipped } from '../../domain/reviews/review-transitions.ts';
import { relationshipsWith, changeReview, type ReviewingPorts } from './change-review.ts';

/**
 * Skips one partner of a review for now. This decides nothing, so it is not in the history.
 * @returns whether it was still undecided
 * @throws DomainError('not-allowed', 'invalid-action' if the tenant has no such review, or 'store-unavailable')
 */
export async function skipInReview(
  ports: ReviewingPorts,
  actor: Actor,
  { review: id, partner }: { readonly review: ReviewId; readonly partner: ProviderId },
): Promise<boolean> {
  return changeReview(ports, actor, { review: id, wanted: 'skipPartner' }, async (stored, at) => {
    const relationships = await relationshipsWith(ports.store, actor.tenant, [partner]);
    const before = reviewAsItStands(stored, relationships, at);
    const after = skipped(before, partner, { by: namedPerson(actor), at });
    return after === before ? {} : { review: after };
  });
}
