import { everyRelationship } from '../../application/partners/find-relationships.ts';
import type { Clock } from '../../application/ports/clock.ts';
import type { Store } from '../../application/ports/store.ts';
import { readReview } from '../../application/reviews/open-review.ts';
import type { ReviewId, TenantId } from '../../domain/identifiers.ts';
import type { Rendering } from '../../domain/notifications/post.ts';
import { accessAt } from '../../domain/partners/access-at.ts';
import { messagesIn, type Messages } from '../../i18n/messages.ts';
import { personName } from '../cards/text.ts';
import type { PostRenderers } from '../notifications/render-post.ts';
import { reviewDueCard } from './review-due-view.ts';
import { reviewSummaryCard } from './review-summary-view.ts';

interface Ports {
  readonly store: Store;
  readonly clock: Clock;
  readonly reviewEveryDays: number;
  readonly isSandbox: boolean;
}

/** Asks for a review, and says what came of it once it is finished; nothing while nobody has delegated permissions. */
export function renderReviewPost(ports: Ports): PostRenderers['reviewDue'] {
  const { store, clock } = ports;
  return async (tenant, { review }, { language, timeZone }) => {
    const messages = messagesIn(language, timeZone);
    const stored = (await store.get(tenant, 'review', review))?.value;
    if (stored?.finished !== undefined) {
      const who = personName(messages, stored.finished.by);
      const summary = messages.review.finishedBy(who, messages.format.moment(stored.finished.at));
      return finishedPost(ports, tenant, { review, messages, summary });
    }
    const relationships = await everyRelationship(store, tenant);
    const now = clock.now();
    const partners = relationships.filter(
      ({ delegatedAdmin }) => accessAt(delegatedAdmin, now).kind === 'active',
    ).length;
    if (partners === 0) return undefined;
    const { items } = await store.list(tenant, 'review', { limit: 2, order: 'descending' });
    const lastFinishedAt = items.find(({ value }) => value.finished)?.value.finished?.at;
    const card = reviewDueCard.forMany(messages, { review, partners, open: stored, lastFinishedAt });
    return {
      revision: 'due',
      card: { kind: 'card', card, summary: messages.review.dueTitle },
      isFinal: false,
    };
  };
}

async function finishedPost(
  { isSandbox, ...ports }: Ports,
  tenant: TenantId,
  {
    review,
    messages,
    summary,
  }: { readonly review: ReviewId; readonly messages: Messages; readonly summary: string },
): Promise<Rendering> {
  const read = await readReview(ports, tenant, review);
  const card = reviewSummaryCard.forMany(messages, read, { mayDecide: false, isSandbox });
  return { revision: 'finished', card: { kind: 'card', card, summary }, isFinal: true };
}
