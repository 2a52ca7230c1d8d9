import type { DueReview } from '../../application/reviews/read-due-review.ts';
import type { Messages } from '../../i18n/messages.ts';
import { defineCard } from '../cards/define-card.ts';
import { personName } from '../cards/text.ts';

/** The request to review the partners, with the button that starts or resumes the review. */
export const reviewDueCard = defineCard('review-due', reviewDueView);

function reviewDueView(messages: Messages, due: DueReview) {
  const { format, review: text } = messages;
  return {
    title: text.dueTitle,
    text: text.due(format, due.partners),
    since: sinceOf(messages, due),
    startTitle: text.start,
    startData: { review: due.review },
  };
}

function sinceOf(messages: Messages, { open, lastFinishedAt }: DueReview): string {
  const { format, review: text } = messages;
  if (open !== undefined) {
    return text.dueStarted(personName(messages, open.startedBy), format.date(open.startedAt));
  }
  return lastFinishedAt === undefined ? text.dueFirst : text.dueSince(format.date(lastFinishedAt));
}
