import type { Actor } from '../../domain/actor.ts';
import type { InvitationId, ProviderId, ReviewId } from '../../domain/identifiers.ts';
import { grantAdministration } from '../../domain/invitations/decision-rights.ts';
import { namedPerson } from '../../domain/named-person.ts';
import { newestGrantOf } from '../../domain/partners/delegated-admin-access.ts';
import { withReview } from '../../domain/partners/relationship-transitions.ts';
import { givenReason } from '../../domain/plain-text.ts';
import { keepInReview as kept, reviewAsItStands } from '../../domain/reviews/review-transitions.ts';
import { changeRelationship } from '../partners/change-relationship.ts';
import { update } from '../ports/changes.ts';
import { storedReview, type ReviewingPorts } from './change-review.ts';

interface Keeping {
  readonly review: ReviewId;
  readonly partner: ProviderId;
  /** The invitation that granted the newest permissions that the person was shown; empty if none did. */
  readonly seen: InvitationId;
  readonly note?: string | undefined;
}

/**
 * The outcome of keeping. `notOpen`: it was decided already, its permissions are gone, or the review is finished.
 * `changedMeanwhile`: it has permissions that the person was not shown. Nothing changed in either case.
 */
export type KeepOutcome = 'kept' | 'notOpen' | 'changedMeanwhile';

/**
 * Keeps the delegated permissions of one partner of a review; recorded in the review, the relationship and history.
 * @throws DomainError('not-allowed', 'partner-not-found', 'invalid-action' if the tenant has no such review, or
 * 'store-unavailable')
 */
export async function keepInReview(
  ports: ReviewingPorts,
  actor: Actor,
  { review: id, partner, seen, note }: Keeping,
): Promise<KeepOutcome> {
  const request = { partner, wanted: 'keepDelegatedAdmin', needed: grantAdministration } as const;
  let outcome: KeepOutcome = 'notOpen';
  await changeRelationship(ports, actor, request, async (relationship, at) => {
    const record = await storedReview(ports.store, actor.tenant, id);
    const before = reviewAsItStands(record.value, new Map([[partner, relationship]]), at);
    const after = kept(before, partner, { by: namedPerson(actor), at, note });
    if (after === before) {
      outcome = 'notOpen';
      return { relationship };
    }
    // What only the tenant shows, no invitation granted.
    if ((newestGrantOf(relationship.delegatedAdmin)?.invitation ?? '') !== seen) {
      outcome = 'changedMeanwhile';
      return { relationship };
    }
    outcome = 'kept';
    const given = givenReason(note);
    return {
      relationship: withReview(relationship, at),
      event: {
        kind: 'delegatedAdminKept',
        review: id,
        partner,
        ...(given !== undefined && { note: given }),
      },
      changes: [update('review', record, after)],
    };
  });
  return outcome;
}
