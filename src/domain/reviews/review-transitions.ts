import type { ProviderId, ReviewId } from '../identifiers.ts';
import type { Instant } from '../instant.ts';
import type { NamedPerson } from '../named-person.ts';
import { accessAt } from '../partners/access-at.ts';
import type { PartnerRelationship } from '../partners/relationship.ts';
import { givenReason } from '../plain-text.ts';
import { isToDecide, type Review, type ReviewOutcome } from './review.ts';

interface Acting {
  readonly by: NamedPerson;
  readonly at: Instant;
}

export function startReview(id: ReviewId, partners: readonly ProviderId[], { by, at }: Acting): Review {
  const undecided = { kind: 'undecided' } as const;
  return {
    id,
    startedBy: by,
    startedAt: at,
    partners: partners.map((partner) => ({ partner, outcome: undecided })),
  };
}

/**
 * The review at a moment: permissions removed anywhere count as removed, even if they were kept before, and expired
 * ones of undecided partners as ended, whether or not the review recorded it. A finished review does not change.
 * @param relationships of the partners, as stored now
 */
export function reviewAsItStands(
  review: Review,
  relationships: ReadonlyMap<ProviderId, PartnerRelationship>,
  now: Instant,
): Review {
  if (review.finished !== undefined) return review;
  const partners = review.partners.map(({ partner, outcome }) => ({
    partner,
    outcome: outcomeAsItStands(outcome, relationships.get(partner), now),
  }));
  return { ...review, partners };
}

function outcomeAsItStands(
  outcome: ReviewOutcome,
  relationship: PartnerRelationship | undefined,
  now: Instant,
): ReviewOutcome {
  if (relationship === undefined) return outcome;
  const access = accessAt(relationship.delegatedAdmin, now);
  if (access.kind === 'removed') return { kind: 'removed', by: access.by, at: access.at };
  return access.kind === 'ended' && isToDecide(outcome) ? { kind: 'ended', at: access.at } : outcome;
}

/**
 * Records that a partner keeps its permissions.
 * @returns the review unchanged if it is finished, the partner is decided already or is not part of it
 */
export function keepInReview(
  review: Review,
  partner: ProviderId,
  { by, at, note }: Acting & { readonly note?: string | undefined },
): Review {
  const given = givenReason(note);
  return decided(review, partner, { kind: 'kept', by, at, ...(given !== undefined && { note: given }) });
}

/** Skips a partner for now; the review stays unchanged in the same cases as in `keepInReview`. */
export function skipInReview(review: Review, partner: ProviderId, { by, at }: Acting): Review {
  return decided(review, partner, { kind: 'skipped', by, at });
}

/** Finishes the review. @returns the review unchanged if it is finished already or a partner is undecided */
export function finishReview(review: Review, { by, at }: Acting): Review {
  const isIncomplete = review.partners.some(({ outcome }) => outcome.kind === 'undecided');
  return review.finished !== undefined || isIncomplete ? review : { ...review, finished: { by, at } };
}

function decided(review: Review, partner: ProviderId, outcome: ReviewOutcome): Review {
  const known = review.partners.find((each) => each.partner === partner);
  if (review.finished !== undefined || known === undefined || !isToDecide(known.outcome)) return review;
  const partners = review.partners.map((each) => (each === known ? { partner, outcome } : each));
  return { ...review, partners };
}
