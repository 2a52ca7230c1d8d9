import { z } from 'zod';
import { reviewRefusals, reviewStepsWanted, type ReviewEvent } from '../../../domain/history/review-event.ts';
import { reviewId } from '../../../domain/identifiers.ts';
import type { ReviewRequest } from '../../../domain/reviews/review-due.ts';
import type { Review, ReviewedPartner, ReviewOutcome } from '../../../domain/reviews/review.ts';
import { instant, namedPerson, text } from './common-schemas.ts';
import { byKind, exactly, type OfKind } from './exact-schema.ts';
import { partnerId } from './invitations/offer-schemas.ts';

export const review = text.transform(reviewId);
const acting = { by: namedPerson, at: instant };

const outcome = byKind<ReviewOutcome>({
  undecided: exactly({ kind: z.literal('undecided') }),
  skipped: exactly({ kind: z.literal('skipped'), ...acting }),
  kept: exactly<OfKind<ReviewOutcome, 'kept'>>({
    kind: z.literal('kept'),
    ...acting,
    note: text.optional(),
  }),
  removed: exactly({ kind: z.literal('removed'), ...acting }),
  ended: exactly({ kind: z.literal('ended'), at: instant }),
});

/** Schemas of the records of reviews, by kind. */
export const reviewSchemas = {
  review: exactly<Review>({
    id: review,
    startedBy: namedPerson,
    startedAt: instant,
    partners: z.array(exactly<ReviewedPartner>({ partner: partnerId, outcome })),
    finished: exactly(acting).optional(),
  }),
  reviewRequest: exactly<ReviewRequest>({ askedAt: instant, repeatedAt: instant.optional() }),
};

const count = z.int().nonnegative();

/** Schemas of the entries about reviews, by kind. */
export const reviewEventSchemas = {
  reviewStarted: exactly({ kind: z.literal('reviewStarted'), review, partners: count }),
  delegatedAdminKept: exactly<OfKind<ReviewEvent, 'delegatedAdminKept'>>({
    kind: z.literal('delegatedAdminKept'),
    review,
    partner: partnerId,
    note: text.optional(),
  }),
  reviewFinished: exactly({
    kind: z.literal('reviewFinished'),
    review,
    outcome: exactly({ skipped: count, kept: count, removed: count, ended: count }),
  }),
  reviewRefused: exactly({
    kind: z.literal('reviewRefused'),
    review,
    wanted: z.enum(reviewStepsWanted),
    why: z.enum(reviewRefusals),
  }),
};
