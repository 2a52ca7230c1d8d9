import type { ProviderId, ReviewId } from '../identifiers.ts';
import type { ReviewProgress } from '../reviews/review.ts';

interface AboutReview {
  readonly review: ReviewId;
}

/** What a person may want of a review, and why it is refused. */
export const reviewStepsWanted = ['startReview', 'skipPartner', 'finishReview'] as const;
export const reviewRefusals = ['role'] as const;

/** What happened in a review of the partners, for the record. Permissions that were removed in it have their own entry. */
export type ReviewEvent =
  /** `partners`: how many it walks through. */
  | (AboutReview & { readonly kind: 'reviewStarted'; readonly partners: number })
  /** Somebody looked at a partner's permissions and kept them. */
  | (AboutReview & {
      readonly kind: 'delegatedAdminKept';
      readonly partner: ProviderId;
      readonly note?: string;
    })
  | (AboutReview & { readonly kind: 'reviewFinished'; readonly outcome: Omit<ReviewProgress, 'undecided'> })
  /** Somebody wanted to lead the review who lacks the role. Nothing changed. */
  | (AboutReview & {
      readonly kind: 'reviewRefused';
      readonly wanted: (typeof reviewStepsWanted)[number];
      readonly why: (typeof reviewRefusals)[number];
    });
