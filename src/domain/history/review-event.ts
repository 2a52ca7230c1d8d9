import type { ProviderId, ReviewId } from '../identifiers.ts';
import type { ReviewProgress } from '../reviews/review.ts';

interface AboutReview {
  readonly review: ReviewId;
}

/** Steps of a review that a person may attempt, and reasons for refusal. */
export const reviewStepsWanted = ['startReview', 'skipPartner', 'finishReview'] as const;
export const reviewRefusals = ['role'] as const;

/** Audit events of a review. Permissions removed during a review are recorded as a `PartnerEvent`. */
export type ReviewEvent =
  /** `partners`: how many are under review. */
  | (AboutReview & { readonly kind: 'reviewStarted'; readonly partners: number })
  /** Someone reviewed a partner's permissions and kept them. */
  | (AboutReview & {
      readonly kind: 'delegatedAdminKept';
      readonly partner: ProviderId;
      readonly note?: string;
    })
  | (AboutReview & { readonly kind: 'reviewFinished'; readonly outcome: Omit<ReviewProgress, 'undecided'> })
  /** A person without the role attempted the step. Nothing changed. */
  | (AboutReview & {
      readonly kind: 'reviewRefused';
      readonly wanted: (typeof reviewStepsWanted)[number];
      readonly why: (typeof reviewRefusals)[number];
    });
