import type { SubscriberId, TenantId } from '../../domain/identifiers.ts';
import { postKey, type Announcement } from '../../domain/notifications/announcement.ts';
import type { PendingPost } from '../../domain/notifications/post.ts';
import type { Subscriber } from '../../domain/notifications/subscriber.ts';
import { remove, update, upsert } from '../ports/changes.ts';
import type { Change, Page, Store, Versioned } from '../ports/store.ts';
import { retryOnConflict } from '../runtime/retry-on-conflict.ts';

/** Subscribers that one commit deals with: some stores take only so many changes at once. */
const pageSize = 40;

/** A post that was made pending, and to whom it goes. */
export interface Addressed {
  readonly post: string;
  readonly subscriber: SubscriberId;
}

/** How far an announcement has come. */
export interface Spread {
  readonly addressed: readonly Addressed[];
  /** Whether there are subscribers whom it has not come to. */
  readonly goesOn: boolean;
}

/**
 * Makes a post pending for some of those whom an announcement concerns, and notes how far it has come in the same
 * commit, so that nobody is passed over or told twice wherever it is interrupted.
 * @throws DomainError('store-unavailable')
 */
export async function spreadAnnouncement(
  { store }: { readonly store: Store },
  tenant: TenantId,
  id: string,
): Promise<Spread> {
  return retryOnConflict(async () => {
    const record = await store.get(tenant, 'announcement', id);
    if (record === undefined) return { addressed: [], goesOn: false };
    const announcement = record.value;
    const { items, next } = await nextSubscribers(store, tenant, announcement);
    const changes: Change[] = [];
    const addressed: Addressed[] = [];
    for (const { value: subscriber } of items) {
      const post = postKey(announcement.subject, subscriber.id);
      const change = await changeFor(store, tenant, announcement, subscriber);
      if (change === undefined) continue;
      changes.push(change);
      if (change.type === 'put') addressed.push({ post, subscriber: subscriber.id });
    }
    const reached = items.at(-1)?.value.id;
    const goesOn = next !== undefined && reached !== undefined;
    const rest = goesOn
      ? update('announcement', record, { ...announcement, reached })
      : remove('announcement', record);
    await store.commit(tenant, [...changes, rest]);
    return { addressed, goesOn };
  });
}

async function nextSubscribers(
  store: Store,
  tenant: TenantId,
  { to, reached }: Announcement,
): Promise<Page<Versioned<Subscriber>>> {
  if (to.kind !== 'one') {
    const after = reached === undefined ? {} : { after: reached };
    return store.list(tenant, 'subscriber', { limit: pageSize, ...after });
  }
  const subscriber = await store.get(tenant, 'subscriber', to.subscriber);
  return { items: subscriber === undefined ? [] : [subscriber] };
}

async function changeFor(
  store: Store,
  tenant: TenantId,
  { subject, to, at }: Announcement,
  subscriber: Subscriber,
): Promise<Change | undefined> {
  const id = postKey(subject, subscriber.id);
  const [pending, card] = await Promise.all([
    store.get(tenant, 'pendingPost', id),
    store.get(tenant, 'postedCard', id),
  ]);
  if (subscriber.state === 'gone') {
    // They would come back to a card that nobody keeps up to date; it shows how things stand when it is used.
    const isOutdated = to.kind === 'holders' && card !== undefined;
    return isOutdated ? remove('postedCard', card) : undefined;
  }
  if (to.kind === 'everyone' && (!subscriber.isTold || subscriber.id === to.except)) return undefined;
  if (to.kind === 'holders' && pending === undefined && card === undefined) return undefined;
  const { audience } = subscriber;
  const value: PendingPost = {
    subject,
    subscriber: subscriber.id,
    since: at,
    isQuiet: to.kind === 'holders' && audience.kind === 'person' && audience.person === to.except,
    owesMessage: pending?.value.owesMessage ?? false,
  };
  // Put again where there is one already: what is being sent at this moment may show how things stood before.
  return upsert('pendingPost', id, value, pending);
}
