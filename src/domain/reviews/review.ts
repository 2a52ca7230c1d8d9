import { reviewId, type ProviderId, type ReviewId } from '../identifiers.ts';
import type { Instant } from '../instant.ts';
import type { NamedPerson } from '../named-person.ts';

/** What came of one partner in a review. `ended`: its permissions ended by themselves before anybody decided. */
export type ReviewOutcome =
  | { readonly kind: 'undecided' }
  | { readonly kind: 'skipped'; readonly by: NamedPerson; readonly at: Instant }
  | { readonly kind: 'kept'; readonly by: NamedPerson; readonly at: Instant; readonly note?: string }
  | { readonly kind: 'removed'; readonly by: NamedPerson; readonly at: Instant }
  | { readonly kind: 'ended'; readonly at: Instant };

export interface ReviewedPartner {
  readonly partner: ProviderId;
  readonly outcome: ReviewOutcome;
}

/**
 * One walk of a tenant's administrators through the partners that had delegated permissions when it began. A tenant has one
 * open review at most. Who was authorized since is not part of it: somebody has just looked at what it may do.
 */
export interface Review {
  readonly id: ReviewId;
  readonly startedBy: NamedPerson;
  readonly startedAt: Instant;
  /** In the order in which they are walked through. */
  readonly partners: readonly ReviewedPartner[];
  /** Absent while it is open. Once it is there, nothing of the review changes any more. */
  readonly finished?: { readonly by: NamedPerson; readonly at: Instant };
}

/** The id of the review after this one; of the first, where there was none. */
export function nextReviewId(latest?: ReviewId): ReviewId {
  return reviewId(String(Number(latest ?? 0) + 1).padStart(6, '0'));
}

/** How many partners of a review have come to each outcome. */
export type ReviewProgress = Readonly<Record<ReviewOutcome['kind'], number>>;

export function progressOf({ partners }: Review): ReviewProgress {
  const count = (kind: ReviewOutcome['kind']) =>
    partners.filter(({ outcome }) => outcome.kind === kind).length;
  return {
    undecided: count('undecided'),
    skipped: count('skipped'),
    kept: count('kept'),
    removed: count('removed'),
    ended: count('ended'),
  };
}

/** Whether something is still to be decided about a partner; one that was skipped waits, too. */
export function isToDecide({ kind }: ReviewOutcome): boolean {
  return kind === 'undecided' || kind === 'skipped';
}

/**
 * Whom to look at after a partner of the review; without one, whom to look at first. All that nobody looked at come before
 * those that were skipped, which are only come back to by who passes over them one by one.
 * @returns undefined where that leads to the end of the review
 */
export function nextToReview({ partners }: Review, after?: ProviderId): ProviderId | undefined {
  const index = partners.findIndex(({ partner }) => partner === after);
  const following = partners.slice(index + 1);
  const undecided = [...following, ...partners].find(({ outcome }) => outcome.kind === 'undecided');
  const skipped = index < 0 ? undefined : following.find(({ outcome }) => outcome.kind === 'skipped');
  return (undecided ?? skipped)?.partner;
}
