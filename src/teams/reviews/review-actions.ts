import { z } from 'zod';
import { finishReview as finish } from '../../application/reviews/finish-review.ts';
import { keepInReview } from '../../application/reviews/keep-in-review.ts';
import { skipInReview } from '../../application/reviews/skip-in-review.ts';
import { invitationId, reviewId } from '../../domain/identifiers.ts';
import { maxReasonLength } from '../../domain/plain-text.ts';
import { providerIdSchema as partner } from '../cards/inputs.ts';
import { action } from '../turn/action.ts';
import { askRemovalInReview, removeInReview } from './removal-in-review.ts';
import { showReview as show, startReview as start } from './show-review.ts';

const review = z
  .string()
  .regex(/^\d{6,12}$/)
  .transform(reviewId);
const reason = z.string().max(maxReasonLength).exactOptional();

/** **Review partners**, from the list or from a request for a review: starts or resumes it. */
const startReview = action(z.looseObject({ review: review.exactOptional() }), (services, turn, data) =>
  start(services, turn, data.review),
);

/** A partner of a review, also when its card refreshes; changes nothing. */
const showReview = action(
  z.looseObject({ review, partner: partner.exactOptional() }),
  (services, turn, data) => show(services, turn, { review: data.review, partner: data.partner }),
);

const keeping = z.looseObject({
  review,
  partner,
  seen: z.string().max(100).transform(invitationId),
  note: reason,
});

/** **Keep**: the second person to press is shown the first decision, and goes on as well. */
const keepPartner = action(keeping, async (services, turn, data) => {
  const outcome = await keepInReview(services, turn.actor, data);
  const isChanged = outcome === 'changedMeanwhile';
  const place = { review: data.review, partner: data.partner };
  return show(services, turn, isChanged ? { ...place, isChanged } : place);
});

/** **Skip for now**. */
const skipPartner = action(z.looseObject({ review, partner }), async (services, turn, data) => {
  await skipInReview(services, turn.actor, data);
  return show(services, turn, { review: data.review, partner: data.partner, isPast: true });
});

/** **Remove delegated permissions** of the partner on show: asks first. */
export const askReviewedRemoval = action(z.looseObject({ review, partner }), (services, turn, data) =>
  askRemovalInReview(services, turn, { review: data.review, partner: data.partner }),
);

/** Confirms the removal. */
export const removeReviewed = action(z.looseObject({ review, partner, reason }), (services, turn, data) =>
  removeInReview(services, turn, { review: data.review, partner: data.partner, reason: data.reason }),
);

/** **Finish the review**. */
const finishReview = action(z.looseObject({ review }), async (services, turn, data) => {
  if (await finish(services, turn.actor, data.review)) services.announcements.wake(turn.actor.tenant);
  return show(services, turn, { review: data.review });
});

/** The verbs about reviews. */
export const reviewActions = {
  'review.finish': finishReview,
  'review.keep': keepPartner,
  'review.remove': removeReviewed,
  'review.removeAsk': askReviewedRemoval,
  'review.show': showReview,
  'review.skip': skipPartner,
  'review.start': startReview,
};
