import type { TenantId } from '../../domain/identifiers.ts';
import { waitAfter } from '../../domain/notifications/post-retry.ts';
import type { Announcements } from '../ports/posts.ts';
import { createDurableQueue, type DurableQueue, type QueueBatch } from '../runtime/durable-queue.ts';
import { listAll } from '../runtime/list-all.ts';
import { attemptPost, postTimeout, type PostPorts } from './attempt-post.ts';
import { storePostAttempt } from './store-post-attempt.ts';
import { chatLimits, tenantLimit, tenantLimits } from './post-limits.ts';
import { fanOutAnnouncement } from './fan-out-announcement.ts';

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
 * The posts to one chat are sent one after the other, so that nobody reads an outcome before its question.
 */
export function createPostQueue(ports: PostPorts): PostQueue {
  const { store, randomBytes, meter } = ports;
  const backoff = (failures: number, asked?: number): number =>
    waitAfter(failures, asked, (randomBytes(1)[0] ?? 0) / 256);

  return createDurableQueue(ports, {
    itemName: 'post',
    async *findPending(tenant) {
      for await (const { id, value } of listAll(store, tenant, 'pendingPost'))
        yield { items: [{ id, group: value.subscriber }] };
    },
    findNew: (tenant) => fanOut(ports, tenant),
    async attempt(tenant, id, failures) {
      if (failures > 0) meter.record({ kind: 'retry', of: 'post' });
      const attempt = await attemptPost(ports, tenant, id);
      return (
        attempt &&
        (async () => {
          const remainder = await storePostAttempt(ports, tenant, attempt);
          if (remainder.kind === 'again') return backoff(failures + 1, remainder.wait);
          return remainder.kind === 'more' ? 0 : undefined;
        })
      );
    },
    backoff,
    pool: { isPerTenant: true, maxRunning, rate: tenantLimits },
    groupRate: chatLimits,
  });
}

async function* fanOut({ store, log }: PostPorts, tenant: TenantId): AsyncGenerator<QueueBatch> {
  for await (const { id, value } of listAll(store, tenant, 'announcement')) {
    let chats = 0;
    for (let hasMore = true; hasMore;) {
      const page = await fanOutAnnouncement({ store }, tenant, id);
      chats += page.addressed.length;
      ({ hasMore } = page);
      const items = page.addressed.map(({ post, subscriber }) => ({ id: post, group: subscriber }));
      yield hasMore ? { items, pause: betweenPages } : { items };
    }
    log.info({ tenant, subject: value.subject.kind, chats }, 'announcement queued');
  }
}
