import type { PersonId, SubscriberId, TenantId } from '../../domain/identifiers.ts';
import { postKey, type Announcement } from '../../domain/notifications/announcement.ts';
import { moreUrgent, type PostPriority } from '../../domain/notifications/post-priority.ts';
import type { PendingPost } from '../../domain/notifications/post.ts';
import type { Subscriber } from '../../domain/notifications/subscriber.ts';
import { remove, update, upsert } from '../ports/changes.ts';
import type { Change, Page, Store, Versioned } from '../ports/store.ts';
import { retryOnConflict } from '../runtime/retry-on-conflict.ts';
import { postPriorityOf } from './post-priority-of.ts';

/** Subscribers per commit: some stores limit the changes in one. */
const pageSize = 40;

/** A post that was made pending, with its subscriber. */
export interface Addressed {
  readonly post: string;
  readonly subscriber: SubscriberId;
  readonly priority: PostPriority;
}

/** Progress of an announcement. */
export interface FanOut {
  readonly addressed: readonly Addressed[];
  /** Whether subscribers are left. */
  readonly hasMore: boolean;
}

/**
 * Makes a post pending for the next subscribers that an announcement concerns, and stores its progress in the same
 * commit, so that an interruption makes it neither skip nor repeat anyone.
 * @throws DomainError('store-unavailable')
 */
export async function fanOutAnnouncement(
  { store }: { readonly store: Store },
  tenant: TenantId,
  id: string,
): Promise<FanOut> {
  return retryOnConflict(async () => {
    const record = await store.get(tenant, 'announcement', id);
    if (record === undefined) return { addressed: [], hasMore: false };
    const announcement = record.value;
    const priority = await postPriorityOf(store, tenant, announcement);
    const { items, next } = await nextSubscribers(store, tenant, announcement);
    const changes: Change[] = [];
    const addressed: Addressed[] = [];
    for (const { value: subscriber } of items) {
      const post = postKey(announcement.subject, subscriber.id);
      const change = await changeFor(store, tenant, { ...announcement, priority }, subscriber);
      if (change === undefined) continue;
      changes.push(change);
      if (change.type === 'put') addressed.push({ post, subscriber: subscriber.id, priority });
    }
    const reached = items.at(-1)?.value.id;
    const hasMore = next !== undefined && reached !== undefined;
    const rest = hasMore
      ? update('announcement', record, { ...announcement, reached })
      : remove('announcement', record);
    await store.commit(tenant, [...changes, rest]);
    return { addressed, hasMore };
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
  { subject, to, at, priority }: Announcement & { readonly priority: PostPriority },
  subscriber: Subscriber,
): Promise<Change | undefined> {
  const id = postKey(subject, subscriber.id);
  const [pending, card] = await Promise.all([
    store.get(tenant, 'pendingPost', id),
    store.get(tenant, 'postedCard', id),
  ]);
  if (subscriber.state === 'gone') {
    // A chat that is gone gets no updates: on return its card would be outdated until it is used.
    const isOutdated = to.kind === 'holders' && card !== undefined;
    return isOutdated ? remove('postedCard', card) : undefined;
  }
  if (to.kind === 'everyone' && (!subscriber.isTold || subscriber.id === to.except)) return undefined;
  if (to.kind === 'holders' && pending === undefined && card === undefined) return undefined;
  const value: PendingPost = {
    subject,
    subscriber: subscriber.id,
    since: at,
    priority: pending === undefined ? priority : moreUrgent(pending.value.priority ?? 'pasted', priority),
    isQuiet: to.kind === 'holders' && (to.isQuiet === true || isOnlyReader(subscriber, to.except)),
    owesMessage: pending?.value.owesMessage ?? false,
  };
  // Written even if one is pending: what is being sent at this moment may be outdated.
  return upsert('pendingPost', id, value, pending);
}

function isOnlyReader({ audience }: Subscriber, person: PersonId | undefined): boolean {
  return audience.kind === 'person' && audience.person === person;
}
