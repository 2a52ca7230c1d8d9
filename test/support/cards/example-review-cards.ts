import type { OpenedReview } from '../../../src/application/reviews/open-review.ts';
import { reviewId, tenantId } from '../../../src/domain/identifiers.ts';
import { removeDelegatedAdmin } from '../../../src/domain/partners/relationship-transitions.ts';
import type { PartnerRelationship } from '../../../src/domain/partners/relationship.ts';
import { startReview } from '../../../src/domain/reviews/review-transitions.ts';
import type { ReviewOutcome } from '../../../src/domain/reviews/review.ts';
import type { Messages } from '../../../src/i18n/messages.ts';
import type { AdaptiveCard } from '../../../src/teams/cards/card.ts';
import { partnerRemoveCard } from '../../../src/teams/partners/partner-remove-view.ts';
import { partnerRemovedCard } from '../../../src/teams/partners/partner-removed-view.ts';
import { reviewDueCard } from '../../../src/teams/reviews/review-due-view.ts';
import { reviewSummaryCard } from '../../../src/teams/reviews/review-summary-view.ts';
import { reviewCard } from '../../../src/teams/reviews/review-view.ts';
import { exampleRelationship } from '../examples/example-relationship.ts';
import { hostileText } from '../examples/hostile-text.ts';
import { exampleListed } from '../examples/listed-partner.ts';
import { received } from '../examples/invitation-examples.ts';
import { exampleCard } from './example-card.ts';
import { by, everything, now } from './example-partner-cards.ts';

const note = `${hostileText} ${'y '.repeat(300)}`.slice(0, 500);
const adminCenterPage = 'https://admin.microsoft.com/Adminportal/Home#/partners';
const outcomes: readonly ReviewOutcome[] = [
  { kind: 'kept', by, at: now, note },
  { kind: 'skipped', by, at: now },
  { kind: 'removed', by, at: now },
  { kind: 'ended', at: now },
  { kind: 'kept', by, at: now },
];
const started = { by, at: received };

/** A review of partners with names of maximum length, each with its result. */
function opened(
  outcomeOf: (number: number) => ReviewOutcome,
  changes: Partial<OpenedReview> = {},
): OpenedReview {
  const entries = Array.from({ length: 40 }, (_, number) => {
    const outcome = outcomeOf(number);
    const relationship = relationshipWith(outcome, number);
    const listed = exampleListed(now, { relationship });
    return { partner: relationship.partner.id, outcome, listed, activity: undefined };
  });
  const partners = entries.map(({ partner, outcome }) => ({ partner, outcome }));
  return {
    review: { ...startReview(reviewId('000012'), [], started), partners },
    entries,
    chainHead: { count: 12_345, hash: 'pL8w'.repeat(11).slice(0, 43) },
    snapshot: undefined,
    tenant: tenantId('6b1f3c0e-2f4d-4c59-9d0a-8a1c5e7f2b34'),
    mayDecide: true,
    rolesThatDecide: ['globalAdministrator', 'relationshipAdministrator'],
    ...changes,
  };
}

function relationshipWith(outcome: ReviewOutcome, number: number): PartnerRelationship {
  const relationship = { ...everything(number), reviewedAt: received };
  if (outcome.kind !== 'removed') return relationship;
  const effect = { kind: 'awaiting', since: now, adminCenterPage } as const;
  return removeDelegatedAdmin(relationship, { by, at: now, effect });
}

const undecided = opened(() => ({ kind: 'undecided' }));
const allDecided = opened((number) => outcomes[number % outcomes.length] ?? { kind: 'undecided' });
const { review } = allDecided;
const place = { review: review.id, partner: everything().partner.id };
const finished = { ...allDecided, review: { ...review, finished: { by, at: now } } };

export const exampleReviewCards = [
  exampleCard(reviewCard, 'everything at once', (messages) => walk(messages, undecided)),
  exampleCard(reviewCard, 'skipped before', (messages) =>
    walk(
      messages,
      opened(() => skipped),
    ),
  ),
  exampleCard(reviewCard, 'for who may not decide', (messages) =>
    walk(messages, { ...undecided, mayDecide: false }),
  ),
  exampleCard(reviewCard, 'the first partner of the first review', (messages) => {
    const relationship = exampleRelationship();
    const listed = exampleListed(received, { relationship });
    const { id: partner } = relationship.partner;
    const entry = { partner, outcome: { kind: 'undecided' }, listed, activity: undefined } as const;
    const first = {
      ...undecided,
      entries: [entry],
      review: startReview(reviewId('000001'), [partner], started),
    };
    return reviewCard({ ...messages, isSandbox: false }, first, { entry });
  }),
  exampleCard(reviewSummaryCard, 'to be finished', (messages) => summary(messages, allDecided, hostileText)),
  exampleCard(reviewSummaryCard, 'finished', (messages) => summary(messages, finished)),
  exampleCard(reviewDueCard, 'the first', (messages) => due(messages, {})),
  exampleCard(reviewDueCard, 'after another', (messages) => due(messages, { lastFinishedAt: received })),
  exampleCard(reviewDueCard, 'that somebody started', (messages) => due(messages, { open: review })),
  exampleCard(partnerRemoveCard, 'in a review', (messages) =>
    partnerRemoveCard(
      messages,
      undecided.entries.slice(0, 1).map(({ listed }) => listed),
      {
        remove: { verb: 'review.remove', data: place },
        back: { title: messages.review.backToReview, verb: 'review.show', data: place },
      },
    ),
  ),
  exampleCard(partnerRemovedCard, 'in a review', (messages) => {
    const removed = removeDelegatedAdmin(everything(), {
      by,
      at: now,
      reason: note,
      effect: { kind: 'inEffect' },
    });
    const shown = [{ kind: 'removed', relationship: removed } as const];
    const goOn = { title: messages.review.goOn, verb: 'review.show', data: place };
    return partnerRemovedCard(messages, shown, goOn);
  }),
];

const skipped: ReviewOutcome = { kind: 'skipped', by, at: now };

function walk(messages: Messages, shown: OpenedReview): AdaptiveCard {
  const [entry] = shown.entries;
  if (entry === undefined) throw new Error('a review has partners');
  return reviewCard(messages, shown, { entry, notice: hostileText });
}

function summary(messages: Messages, shown: OpenedReview, notice?: string): AdaptiveCard {
  const { mayDecide } = shown;
  return reviewSummaryCard(messages, shown, { mayDecide, notice });
}

function due(messages: Messages, given: Partial<Parameters<typeof reviewDueCard>[1]>): AdaptiveCard {
  const nothing = { open: undefined, lastFinishedAt: undefined };
  return reviewDueCard(messages, { review: review.id, partners: 1234, ...nothing, ...given });
}
