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
 * Stores a card that was shown in a reply like one that was posted, so that it is updated with its subject; and
 * announces the subject to the chat again, in case it changed while the card was on its way. A no-op for a chat that is
 * not registered.
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
