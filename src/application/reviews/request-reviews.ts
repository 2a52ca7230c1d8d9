import type { TenantId, ReviewId } from '../../domain/identifiers.ts';
import type { Instant } from '../../domain/instant.ts';
import type { NamedPerson } from '../../domain/named-person.ts';
import { requestToMake, reviewDueAt } from '../../domain/reviews/review-due.ts';
import { nextReviewId } from '../../domain/reviews/review.ts';
import { announcementChange } from '../notifications/announce.ts';
import { everyRelationship } from '../partners/find-relationships.ts';
import { seenTenant } from '../partners/seen-tenant.ts';
import { upsert } from '../ports/changes.ts';
import type { Clock, Timer } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Announcements } from '../ports/posts.ts';
import type { Store, Change } from '../ports/store.ts';
import { errorForLog } from '../runtime/logging.ts';
import { retryOnConflict } from '../runtime/retry-on-conflict.ts';
import { runPeriodically } from '../runtime/run-periodically.ts';

/** The one record of a tenant that says when everyone was last asked for a review. */
const reviewRequestId = 'latest';

/** The change that asks everyone to review the partners. @param review the open one, or the next one to start */
function announceDueReview(review: ReviewId, askedAt: Instant): Change {
  const subject = { kind: 'reviewDue', review, askedAt } as const;
  return announcementChange(`review ${review} due ${askedAt}`, {
    subject,
    to: { kind: 'everyone' },
    at: askedAt,
  });
}

/** The changes that update the requests for a review to say that it is finished, except for whoever finished it. */
export async function announceFinishedReview(
  store: Store,
  tenant: TenantId,
  { review, by, at }: { readonly review: ReviewId; readonly by: NamedPerson; readonly at: Instant },
): Promise<readonly Change[]> {
  const asked = (await store.get(tenant, 'reviewRequest', reviewRequestId))?.value;
  if (asked === undefined) return [];
  const times = asked.repeatedAt === undefined ? [asked.askedAt] : [asked.askedAt, asked.repeatedAt];
  return times.map((askedAt) => {
    const subject = { kind: 'reviewDue', review, askedAt } as const;
    const to = { kind: 'holders', except: by.person } as const;
    return announcementChange(`review ${review} finished ${askedAt}`, { subject, to, at });
  });
}

interface Ports {
  readonly store: Store;
  readonly clock: Clock;
  /** Days between reviews of the partners' access. */
  readonly reviewEveryDays: number;
  /** Whether tenants are read: partners that only they show are reviewed, too. */
  readonly readsTenant?: boolean;
  readonly log: Log;
}

/**
 * Asks the administrators of every tenant for the review that is due there. The request is stored together with its
 * announcement, so that nobody is asked twice, even across restarts. A tenant whose records cannot be read or written
 * is logged and left for the next run.
 * @returns the tenants with a new announcement
 */
async function requestReviews({ log, ...ports }: Ports): Promise<readonly TenantId[]> {
  const asked: TenantId[] = [];
  for (const tenant of await ports.store.tenants()) {
    try {
      if (await requestReview(ports, tenant)) asked.push(tenant);
    } catch (error) {
      log.error({ tenant, error: errorForLog(error) }, "could not check whether a tenant's review is due");
    }
  }
  return asked;
}

function requestReview(ports: Omit<Ports, 'log'>, tenant: TenantId): Promise<boolean> {
  const { store, clock, reviewEveryDays: everyDays } = ports;
  return retryOnConflict(async () => {
    const now = clock.now();
    const { items } = await store.list(tenant, 'review', { limit: 2, order: 'descending' });
    const [latest] = items;
    // Only the newest can be open.
    const lastFinishedAt = items.find(({ value }) => value.finished)?.value.finished?.at;
    const relationships = await everyRelationship(store, tenant);
    const snapshot = await seenTenant(ports, tenant);
    const dueAt = reviewDueAt(relationships, { snapshot, lastFinishedAt, now, everyDays });
    if (dueAt === undefined) return false;
    const asked = await store.get(tenant, 'reviewRequest', reviewRequestId);
    const request = requestToMake(dueAt, asked?.value, { now, everyDays });
    if (request === undefined) return false;
    const isOpen = latest !== undefined && latest.value.finished === undefined;
    const review = isOpen ? latest.value.id : nextReviewId(latest?.value.id);
    await store.commit(tenant, [
      upsert('reviewRequest', reviewRequestId, request, asked),
      announceDueReview(review, now),
    ]);
    return true;
  });
}

interface WatchPorts extends Ports {
  readonly timer: Timer;
  readonly announcements: Announcements;
}

/** Maximum delay between a review being due and its administrators being asked; milliseconds. */
const interval = 3_600_000;

/** Asks for the reviews that are due, now and periodically. @returns a function that stops it */
export function watchDueReviews({ timer, announcements, ...ports }: WatchPorts): () => void {
  const failure = 'could not check for due reviews';
  return runPeriodically({ timer, log: ports.log, interval, failure }, async () => {
    for (const tenant of await requestReviews(ports)) announcements.wake(tenant);
  });
}
