import type { CountedOutcome } from '../../domain/reviews/review.ts';
import type { Format } from '../format.ts';
import { forms } from '../plural-forms.ts';

const partners = forms('partner', 'partners');

/** How many partners of a review have each outcome. */
const counted: Record<CountedOutcome, (format: Format, count: number) => string> = {
  kept: (format, count) => `${format.number(count)} kept`,
  removed: (format, count) => `${format.number(count)} removed`,
  ended: (format, count) => `${format.number(count)} ended by themselves`,
  skipped: (format, count) => `${format.number(count)} skipped`,
};

export const review = {
  start: 'Review partners',
  title: 'Review of partners',
  position: (format: Format, position: number, total: number) =>
    `Partner ${format.number(position)} of ${format.number(total)}`,
  nothingDecided: 'Nothing decided yet',
  counted,
  lastReviewed: (date: string) => `Last reviewed on ${date}`,
  neverReviewed: 'Never reviewed',
  note: 'Note (optional)',
  noted: (note: string) => `Note: ${note}`,
  keep: 'Keep',
  skip: 'Skip for now',
  onlyRoles: (list: string) => `Only these roles can keep or remove delegated permissions: ${list}.`,
  keptBy: (who: string, when: string) => `${who} kept its delegated permissions on ${when}.`,
  skippedBy: (who: string, when: string) => `${who} skipped it on ${when}.`,
  endedOn: (when: string) => `Its delegated permissions ended on ${when}.`,
  undecided: 'Not decided yet.',
  about: (name: string, said: string) => `${name}: ${said}`,
  changedMeanwhile: (name: string) =>
    `${name} was given other permissions since you were shown them. Look again before you decide.`,
  doneTitle: 'Every partner has been looked at',
  toFinish: 'Finish the review to put it on record.',
  skippedLeft: (format: Format, count: number) =>
    `${format.number(count)} ${format.plural(count, forms('partner was skipped and counts', 'partners were skipped and count'))} as not reviewed.`,
  finish: 'Finish the review',
  backToSkipped: 'Go back to those skipped',
  finishedTitle: 'Review finished',
  finishedBy: (who: string, when: string) => `${who} finished this review on ${when}.`,
  further: (format: Format, count: number) =>
    `${format.number(count)} further ${format.plural(count, partners)}: “history” tells what became of each.`,
  chainHeadAdvice:
    'Note this line outside of Partner Desk: your organisation, the number of entries in its history and the seal of the newest. With it, “npm run audit -- verify --noted” shows later whether entries are missing or were changed.',
  nothingToReview: 'No partner has delegated permissions, so there is nothing to review.',
  backToReview: 'Back to the review',
  goOn: 'Go on with the review',
  dueTitle: 'Time to review your partners',
  due: (format: Format, count: number) =>
    `${format.number(count)} ${format.plural(count, forms('partner has', 'partners have'))} delegated permissions in your organisation. Look at each: keep what it still needs, remove what it does not.`,
  dueSince: (date: string) => `The last review was finished on ${date}.`,
  dueFirst: 'They have not been reviewed so far.',
  dueStarted: (who: string, date: string) => `${who} started a review on ${date}, which is not finished.`,
};
