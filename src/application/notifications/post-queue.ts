import type { TenantId } from '../../domain/identifiers.ts';
import { waitAfter } from '../../domain/notifications/post-retry.ts';
import type { Announcements } from '../ports/posts.ts';
import { createDurableQueue, type DurableQueue, type QueueBatch } from '../runtime/durable-queue.ts';
import { listAll } from '../runtime/list-all.ts';
import { attemptPost, postDeadline, type PostPorts } from './attempt-post.ts';
import { keepPostAttempt } from './keep-post-attempt.ts';
import { chatLimits, tenantLimit, tenantLimits } from './post-limits.ts';
import { spreadAnnouncement } from './spread-announcement.ts';

/** Brings announcements to whom they concern, each until it is taken or given up. */
export type PostQueue = Announcements & Pick<DurableQueue, 'start' | 'pending' | 'stop'>;

/**
 * From one page of subscribers to the next; milliseconds. They come three times as fast as they can be told, but not
 * all at one moment: that would keep everybody waiting who writes to the desk meanwhile.
 */
const betweenPages = 250;

/**
 * So many that chats which never answer hold up no other: within the deadline of one attempt the rate limit lets no
 * more begin.
 */
const maxRunning = (postDeadline / tenantLimit.within) * tenantLimit.most;

/**
 * What is still to be told is the store's: announcements first, then a pending post for each whom they concern, taken
 * away in the commit that notes that it was taken. A post goes out twice only if the desk dies, or the connection
 * breaks, between the channel's taking it and the desk's learning or noting so; no sender can rule that out.
 *
 * The posts to one chat go one after the other, so that nobody reads an outcome before its question.
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
    findNew: (tenant) => spread(ports, tenant),
    async attempt(tenant, id, failures) {
      if (failures > 0) meter.record({ kind: 'retry', of: 'post' });
      const attempt = await attemptPost(ports, tenant, id);
      return (
        attempt &&
        (async () => {
          const remainder = await keepPostAttempt(ports, tenant, attempt);
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

async function* spread({ store, log }: PostPorts, tenant: TenantId): AsyncGenerator<QueueBatch> {
  for await (const { id, value } of listAll(store, tenant, 'announcement')) {
    let chats = 0;
    for (let goesOn = true; goesOn;) {
      const page = await spreadAnnouncement({ store }, tenant, id);
      chats += page.addressed.length;
      ({ goesOn } = page);
      const items = page.addressed.map(({ post, subscriber }) => ({ id: post, group: subscriber }));
      yield goesOn ? { items, pause: betweenPages } : { items };
    }
    log.info({ tenant, subject: value.subject.kind, chats }, 'an announcement is on its way');
  }
}
