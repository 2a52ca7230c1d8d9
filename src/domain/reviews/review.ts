import { reviewId, type ProviderId, type ReviewId } from '../identifiers.ts';
import type { Instant } from '../instant.ts';
import type { NamedPerson } from '../named-person.ts';

/** The outcome for one partner of a review. `ended`: its permissions expired before anyone decided. */
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
 * A review of the partners that had delegated permissions when it began. A tenant has at most one open review. Partners
 * authorized since are not part of it: someone has just examined their permissions.
 */
export interface Review {
  readonly id: ReviewId;
  readonly startedBy: NamedPerson;
  readonly startedAt: Instant;
  /** In review order. */
  readonly partners: readonly ReviewedPartner[];
  /** Absent while the review is open. A finished review is immutable. */
  readonly finished?: { readonly by: NamedPerson; readonly at: Instant };
}

/** The id of the review after `latest`, or of the first. */
export function nextReviewId(latest?: ReviewId): ReviewId {
  return reviewId(String(Number(latest ?? 0) + 1).padStart(6, '0'));
}

/** Number of partners per outcome. */
export type ReviewProgress = Readonly<Record<ReviewOutcome['kind'], number>>;

/** The outcomes that are counted, in the order in which they are shown. */
export const countedOutcomes = [
  'kept',
  'removed',
  'ended',
  'skipped',
] as const satisfies ReviewOutcome['kind'][];

export type CountedOutcome = (typeof countedOutcomes)[number];

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

/** Whether a partner is still to be decided; this includes skipped ones. */
export function isToDecide({ kind }: ReviewOutcome): boolean {
  return kind === 'undecided' || kind === 'skipped';
}

/**
 * The partner to review after `after`, or first without it: the next undecided one, wrapping around, else the next
 * skipped one, without wrapping.
 * @returns undefined at the end of the review
 */
export function nextToReview({ partners }: Review, after?: ProviderId): ProviderId | undefined {
  const index = partners.findIndex(({ partner }) => partner === after);
  const following = partners.slice(index + 1);
  const undecided = [...following, ...partners].find(({ outcome }) => outcome.kind === 'undecided');
  const skipped = index < 0 ? undefined : following.find(({ outcome }) => outcome.kind === 'skipped');
  return (undecided ?? skipped)?.partner;
}
