import type { SubscriberId, TenantId } from '../../domain/identifiers.ts';
import { postKey, type Subject } from '../../domain/notifications/announcement.ts';
import type { PostedCard } from '../../domain/notifications/post.ts';
import { upsert } from '../ports/changes.ts';
import { retryOnConflict } from '../runtime/retry-on-conflict.ts';
import { announcementChange, type AnnouncingPorts } from './announce.ts';

interface ShownCard {
  readonly subject: Subject;
  readonly subscriber: SubscriberId;
  readonly card: PostedCard;
}

/**
 * Keeps a card that was shown in answer to somebody like one that was posted, so that it changes with its subject; and
 * has the chat told once more, should the subject have changed while the card was on its way. Does nothing for a chat
 * that is not registered.
 * @throws DomainError('store-unavailable')
 */
export async function keepPostedCard(
  { store, clock, newId, announcements }: AnnouncingPorts,
  tenant: TenantId,
  { subject, subscriber, card }: ShownCard,
): Promise<void> {
  const id = postKey(subject, subscriber);
  await retryOnConflict(async () => {
    if ((await store.get(tenant, 'subscriber', subscriber)) === undefined) return;
    const known = await store.get(tenant, 'postedCard', id);
    const to = { kind: 'one', subscriber } as const;
    await store.commit(tenant, [
      upsert('postedCard', id, card, known),
      announcementChange(newId(), { subject, to, at: clock.now() }),
    ]);
  });
  announcements.wake(tenant);
}
