import type { ReadReview, ReviewEntry } from '../../application/reviews/open-review.ts';
import { isRemoved } from '../../domain/partners/relationship-transitions.ts';
import { progressOf, type ReviewOutcome } from '../../domain/reviews/review.ts';
import type { Messages } from '../../i18n/messages.ts';
import { defineCard } from '../cards/define-card.ts';
import { optional, personName, shortened } from '../cards/text.ts';
import { tellingName } from '../invitations/partner-view.ts';
import { removalEffectText } from '../partners/access-text.ts';
import { everyPartner } from '../turn/every-partner.ts';

/** So many partners are told of one by one: the card takes 28 kB. */
const maxNamed = 15;
const maxNoteLength = 160;

/** In which order the outcomes are told. */
const order: readonly ReviewOutcome['kind'][] = ['removed', 'skipped', 'kept', 'ended', 'undecided'];

interface Shown {
  /** Whether who reads it may finish the review. */
  readonly mayDecide: boolean;
  /** What is said above it, if anything. */
  readonly notice?: string | undefined;
}

/** What came of each partner of a review, once all of them were looked at; with the button that finishes it, while it is open. */
export const reviewSummaryCard = defineCard('review-summary', reviewSummaryView);

function reviewSummaryView(
  messages: Messages,
  { review, entries }: ReadReview,
  { mayDecide, notice }: Shown,
) {
  const { format, invitation, partner, review: text } = messages;
  const { finished } = review;
  const { undecided, ...progress } = progressOf(review);
  const told = entries.toSorted(
    (one, other) => order.indexOf(one.outcome.kind) - order.indexOf(other.outcome.kind),
  );
  const further = told.length - maxNamed;
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
    tally: text.tally(format, progress),
    hasSkipped: progress.skipped > 0,
    skippedLeft: text.skippedLeft(format, progress.skipped),
    rows: told.slice(0, maxNamed).map((entry) => rowView(messages, entry)),
    hasFurther: further > 0,
    further: text.further(format, further),
    mayFinish,
    finishTitle: text.finish,
    mayGoBack: mayFinish && skipped !== undefined,
    backTitle: text.backToSkipped,
    backData: { ...data, partner: skipped?.partner ?? '' },
    data,
    listTitle: partner.listTitle,
    listData: { state: everyPartner },
    isSandbox: messages.isSandbox,
    sandboxNote: invitation.sandboxNote,
  };
}

function rowView(messages: Messages, entry: ReviewEntry) {
  const { outcome, relationship } = entry;
  const note = outcome.kind === 'kept' ? outcome.note : undefined;
  return {
    name: tellingName(messages, relationship.partner),
    said: reviewOutcomeText(messages, entry),
    note: optional(note === undefined ? undefined : messages.review.noted(shortened(note, maxNoteLength))),
  };
}

/** What came of a partner in a review, who decided it and when; text from outside in it. */
export function reviewOutcomeText(messages: Messages, { outcome, relationship }: ReviewEntry): string {
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
      // It may have been given others since, which this removal says nothing about.
      const isLast = isRemoved(relationship) && relationship.delegatedAdmin.at === outcome.at;
      return isLast
        ? `${removed} ${removalEffectText(messages, relationship.delegatedAdmin.effect)}`
        : removed;
    }
    case 'ended':
      return text.endedOn(format.moment(outcome.at));
  }
}
