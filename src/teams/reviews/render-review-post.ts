import type { Clock } from '../../application/ports/clock.ts';
import type { Store } from '../../application/ports/store.ts';
import { readDueReview, type ReviewRequest } from '../../application/reviews/read-due-review.ts';
import type { Rendering } from '../../domain/notifications/post.ts';
import type { Messages } from '../../i18n/messages.ts';
import { personName } from '../cards/text.ts';
import type { PostRenderers } from '../notifications/render-post.ts';
import { reviewDueCard } from './review-due-view.ts';
import { reviewSummaryCard } from './review-summary-view.ts';

interface Ports {
  readonly store: Store;
  readonly clock: Clock;
  readonly reviewEveryDays: number;
  readonly readsTenant?: boolean;
}

/**
 * Renders the request for a review, or its summary once finished; undefined while no partner has delegated permissions.
 */
export function renderReviewPost(ports: Ports): PostRenderers['reviewDue'] {
  return async (tenant, { review }, { messages }) => {
    const request = await readDueReview(ports, tenant, review);
    return request && rendered(messages, request);
  };
}

function rendered(messages: Messages, request: ReviewRequest): Rendering {
  if (request.kind === 'due') {
    const card = reviewDueCard.forMany(messages, request.due);
    return {
      revision: 'due',
      card: { kind: 'card', card, summary: messages.review.dueTitle },
      isFinal: false,
    };
  }
  const { finished, read } = request;
  const summary = messages.review.finishedBy(
    personName(messages, finished.by),
    messages.format.moment(finished.at),
  );
  const card = reviewSummaryCard.forMany(messages, read, { mayDecide: false });
  return { revision: 'finished', card: { kind: 'card', card, summary }, isFinal: true };
}
