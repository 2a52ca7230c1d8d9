import type { TenantId } from '../../domain/identifiers.ts';
import type { PendingPost } from '../../domain/notifications/post.ts';
import { rankOf } from '../../domain/notifications/post-priority.ts';
import { waitAfter } from '../../domain/notifications/post-retry.ts';
import type { Announcements } from '../ports/posts.ts';
import type { QueueBatch, QueueItem } from '../runtime/durable-queue-options.ts';
import { createDurableQueue, type DurableQueue } from '../runtime/durable-queue.ts';
import { listAll } from '../runtime/list-all.ts';
import { attemptPost, postTimeout, type PostPorts } from './attempt-post.ts';
import { storePostAttempt } from './store-post-attempt.ts';
import { chatLimitsFor, tenantLimit, tenantLimits } from './post-limits.ts';
import { fanOutAnnouncement } from './fan-out-announcement.ts';
import { postPriorityOf } from './post-priority-of.ts';

/** Delivers announcements to those they concern, retrying each post until it is accepted or given up. */
export type PostQueue = Announcements & Pick<DurableQueue, 'start' | 'pending' | 'stop'>;

/**
 * Pause between pages of subscribers; milliseconds. Pages come three times as fast as their posts can be sent, but not
 * all at once: that would delay everybody who writes to the desk meanwhile.
 */
const betweenPages = 250;

/**
 * Enough that chats which never answer delay no others: the rate limit starts no more within the timeout of one
 * attempt.
 */
const maxRunning = (postTimeout / tenantLimit.within) * tenantLimit.max;

/**
 * What is pending is in the store: announcements first, then a pending post for each subscriber concerned, removed in
 * the commit that records its delivery. A post is sent twice only if the desk dies, or the connection breaks, between
 * the channel accepting it and the desk learning or storing that; no sender can rule this out.
 *
 * The posts to one chat are sent one after the other, so that nobody reads an outcome before its question. The most
 * urgent go first, in each chat and in the tenant, and the others leave them room in what Teams takes.
 */
export function createPostQueue(ports: PostPorts): PostQueue {
  const { store, randomBytes, meter } = ports;
  const backoff = (failures: number, asked?: number): number =>
    waitAfter(failures, asked, (randomBytes(1)[0] ?? 0) / 256);

  return createDurableQueue(ports, {
    itemName: 'post',
    async *findPending(tenant) {
      for await (const { id, value } of listAll(store, tenant, 'pendingPost'))
        yield { items: [await itemOf(ports, tenant, id, value)] };
    },
    findNew: (tenant) => fanOut(ports, tenant),
    async attempt(tenant, id, failures) {
      if (failures > 0) meter.record({ kind: 'retry', of: 'post' });
      const attempt = await attemptPost(ports, tenant, id);
      return (
        attempt &&
        (async () => {
          const remainder = await storePostAttempt(ports, tenant, attempt);
          if (remainder.kind === 'again')
            return { in: backoff(failures + 1, remainder.wait), isAsked: remainder.wait !== undefined };
          return remainder.kind === 'more' ? { in: 0 } : undefined;
        })
      );
    },
    backoff,
    pool: { isPerTenant: true, maxRunning, rate: tenantLimits },
    groupRate: chatLimitsFor,
  });
}

async function itemOf(
  { store }: PostPorts,
  tenant: TenantId,
  id: string,
  post: PendingPost,
): Promise<QueueItem> {
  const priority = rankOf(await postPriorityOf(store, tenant, post));
  return { id, group: post.subscriber, priority };
}

/**
 * Fans out page by page, each time of the announcement that is the most urgent then: one to many subscribers, or many
 * announcements, hold up none that is more urgent.
 */
async function* fanOut({ store, log }: PostPorts, tenant: TenantId): AsyncGenerator<QueueBatch> {
  const chats = new Map<string, number>();
  for (;;) {
    const [first] = (await store.list(tenant, 'announcement', { limit: 1 })).items;
    if (first === undefined) return;
    const { addressed, hasMore } = await fanOutAnnouncement({ store }, tenant, first.id);
    const items = addressed.map(({ post, subscriber, priority }): QueueItem => ({
      id: post,
      group: subscriber,
      priority: rankOf(priority),
    }));
    const count = (chats.get(first.id) ?? 0) + addressed.length;
    chats.set(first.id, count);
    yield hasMore ? { items, pause: betweenPages } : { items };
    if (hasMore) continue;
    chats.delete(first.id);
    log.info({ tenant, subject: first.value.subject.kind, chats: count }, 'announcement queued');
  }
}
