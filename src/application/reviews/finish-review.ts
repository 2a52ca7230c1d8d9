import type { Actor } from '../../domain/actor.ts';
import type { ReviewId } from '../../domain/identifiers.ts';
import { namedPerson } from '../../domain/named-person.ts';
import { finishReview as finished, reviewAsItStands } from '../../domain/reviews/review-transitions.ts';
import { progressOf } from '../../domain/reviews/review.ts';
import { auditChange } from '../history/audit-changes.ts';
import { relationshipsWith, changeReview, type ReviewingPorts } from './change-review.ts';
import { announceFinishedReview } from './request-reviews.ts';

/**
 * Finishes a review and records the outcome for each partner. Call `Announcements.wake` afterwards, for those who were
 * asked.
 * @returns whether it was finished now: false if it was finished before, or if a partner is left undecided
 * @throws DomainError('not-allowed', 'invalid-action' if the tenant has no such review, or 'store-unavailable')
 */
export async function finishReview(ports: ReviewingPorts, actor: Actor, id: ReviewId): Promise<boolean> {
  const { store } = ports;
  const { tenant } = actor;
  return changeReview(ports, actor, { review: id, wanted: 'finishReview' }, async (stored, at) => {
    const partners = stored.partners.map(({ partner }) => partner);
    const before = reviewAsItStands(stored, await relationshipsWith(store, tenant, partners), at);
    const by = namedPerson(actor);
    const review = finished(before, { by, at });
    if (review === before) return {};
    const { undecided: _none, ...outcome } = progressOf(review);
    return {
      review,
      changes: [
        auditChange(at, by, { kind: 'reviewFinished', review: id, outcome }),
        ...(await announceFinishedReview(store, tenant, { review: id, by, at })),
      ],
    };
  });
}
