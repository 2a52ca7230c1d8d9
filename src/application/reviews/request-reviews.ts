import type { TenantId } from '../../domain/identifiers.ts';
import { requestToMake, reviewDueAt } from '../../domain/reviews/review-due.ts';
import { nextReviewId } from '../../domain/reviews/review.ts';
import { everyRelationship } from '../every-relationship.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import { announceDueReview, reviewRequestId } from '../review-announcements.ts';
import { retryOnConflict } from '../runtime/retry-on-conflict.ts';
import { whatFailed } from '../what-failed.ts';

interface Ports {
  readonly store: Store;
  readonly clock: Clock;
  /** How often the access of partners is to be reviewed; days. */
  readonly reviewEveryDays: number;
  readonly log: Log;
}

/**
 * Asks the administrators of every tenant whose review is due for one. That they were asked is noted together with the
 * announcement, so that nobody is asked twice, whatever restarts come between. A tenant whose records cannot be read or
 * written now is logged and left for the next time.
 * @returns those whose administrators were asked just now; they are to be told
 */
export async function requestReviews({ log, ...ports }: Ports): Promise<readonly TenantId[]> {
  const asked: TenantId[] = [];
  for (const tenant of await ports.store.tenants()) {
    try {
      if (await requestReview(ports, tenant)) asked.push(tenant);
    } catch (error) {
      log.error({ tenant, ...whatFailed(error) }, 'whether a tenant owes a review could not be found out');
    }
  }
  return asked;
}

function requestReview(
  { store, clock, reviewEveryDays: everyDays }: Omit<Ports, 'log'>,
  tenant: TenantId,
): Promise<boolean> {
  return retryOnConflict(async () => {
    const now = clock.now();
    const { items } = await store.list(tenant, 'review', { limit: 2, order: 'descending' });
    const [latest] = items;
    // Only the newest can be open.
    const lastFinishedAt = items.find(({ value }) => value.finished)?.value.finished?.at;
    const relationships = await everyRelationship(store, tenant);
    const dueAt = reviewDueAt(relationships, { lastFinishedAt, now, everyDays });
    if (dueAt === undefined) return false;
    const asked = await store.get(tenant, 'reviewRequest', reviewRequestId);
    const request = requestToMake(dueAt, asked?.value, { now, everyDays });
    if (request === undefined) return false;
    const isOpen = latest !== undefined && latest.value.finished === undefined;
    const review = isOpen ? latest.value.id : nextReviewId(latest?.value.id);
    await store.commit(tenant, [
      {
        type: 'put',
        kind: 'reviewRequest',
        id: reviewRequestId,
        value: request,
        expected: asked?.version ?? 'absent',
      },
      announceDueReview(review, now),
    ]);
    return true;
  });
}
