import type { ReadReview, ReviewEntry } from '../../application/reviews/open-review.ts';
import { isRemoved } from '../../domain/partners/relationship-transitions.ts';
import { progressOf, type ReviewOutcome } from '../../domain/reviews/review.ts';
import type { Messages } from '../../i18n/messages.ts';
import { defineCard } from '../cards/define-card.ts';
import { optional, personName, shortened } from '../cards/text.ts';
import { reviewTally } from '../history/review-tally.ts';
import { identifyingName } from '../invitations/partner-view.ts';
import { removalEffectText } from '../partners/access-text.ts';
import { standingView } from '../partners/standing-text.ts';
import { everyPartner } from '../turn/every-partner.ts';

/** Maximum number of partners listed, as a card is at most 28 kB. */
const maxNamed = 15;
const maxNoteLength = 160;

/** The order of the outcomes. */
const order: readonly ReviewOutcome['kind'][] = ['removed', 'skipped', 'kept', 'ended', 'undecided'];

interface Shown {
  /** Whether the reader may finish the review. */
  readonly mayDecide: boolean;
  /** Shown above it. */
  readonly notice?: string | undefined;
}

/**
 * The outcome for each partner of a review, once all were looked at; with the button to finish it, while it is open.
 */
export const reviewSummaryCard = defineCard('review-summary', reviewSummaryView);

function reviewSummaryView(
  messages: Messages,
  { review, entries, chainHead, tenant }: ReadReview,
  { mayDecide, notice }: Shown,
) {
  const { format, invitation, partner, review: text } = messages;
  const { finished } = review;
  const { undecided, ...progress } = progressOf(review);
  const sorted = entries.toSorted(
    (one, other) => order.indexOf(one.outcome.kind) - order.indexOf(other.outcome.kind),
  );
  const further = sorted.length - maxNamed;
  const data = { review: review.id };
  const skipped = entries.find(({ outcome }) => outcome.kind === 'skipped');
  const mayFinish = finished === undefined && undecided === 0 && mayDecide;
  return {
    title: finished === undefined ? text.doneTitle : text.finishedTitle,
    notice: optional(notice),
    lead:
      finished === undefined
        ? text.toFinish
        : text.finishedBy(personName(messages, finished.by), format.moment(finished.at)),
    tally: reviewTally(messages, progress),
    hasSkipped: progress.skipped > 0,
    skippedLeft: text.skippedLeft(format, progress.skipped),
    rows: sorted.slice(0, maxNamed).map((entry) => rowView(messages, entry)),
    hasFurther: further > 0,
    further: text.further(format, further),
    mayFinish,
    finishTitle: text.finish,
    mayGoBack: mayFinish && skipped !== undefined,
    backTitle: text.backToSkipped,
    backData: { ...data, partner: skipped?.partner ?? '' },
    data,
    isFinished: finished !== undefined,
    chainHeadAdvice: text.chainHeadAdvice,
    chainHead: `${tenant} ${chainHead.count} ${chainHead.hash}`,
    listTitle: partner.listTitle,
    listData: { state: everyPartner },
    isSandbox: messages.isSandbox,
    sandboxNote: invitation.sandboxNote,
  };
}

function rowView(messages: Messages, entry: ReviewEntry) {
  const { outcome, listed } = entry;
  const note = outcome.kind === 'kept' ? outcome.note : undefined;
  return {
    name: identifyingName(messages, listed.partner),
    said: reviewOutcomeText(messages, entry),
    hasStanding: messages.readsTenant,
    ...standingView(messages, listed, listed.attention.at),
    note: optional(note === undefined ? undefined : messages.review.noted(shortened(note, maxNoteLength))),
  };
}

/** The outcome for a partner, who decided it and when; contains untrusted text. */
export function reviewOutcomeText(messages: Messages, { outcome, listed }: ReviewEntry): string {
  const { format, partner, review: text } = messages;
  switch (outcome.kind) {
    case 'undecided':
      return text.undecided;
    case 'skipped':
      return text.skippedBy(personName(messages, outcome.by), format.moment(outcome.at));
    case 'kept':
      return text.keptBy(personName(messages, outcome.by), format.moment(outcome.at));
    case 'removed': {
      const removed = partner.removedBy(personName(messages, outcome.by), format.moment(outcome.at));
      // It may have been given others since, to which this removal does not apply.
      const { relationship } = listed;
      const isLast =
        relationship !== undefined &&
        isRemoved(relationship) &&
        relationship.delegatedAdmin.at === outcome.at;
      return isLast
        ? `${removed} ${removalEffectText(messages, relationship.delegatedAdmin.effect)}`
        : removed;
    }
    case 'ended':
      return text.endedOn(format.moment(outcome.at));
  }
}
