import { day, later, millisecondsOf, type Instant } from '../instant.ts';
import { accessAt } from '../partners/access-at.ts';
import type { PartnerRelationship } from '../partners/relationship.ts';
import { mayAdminister } from '../tenant/standing.ts';
import { microsoftSupport, type TenantSnapshot } from '../tenant/tenant-snapshot.ts';

/** An unanswered request is repeated once, after so many days; this is also the minimum between any two requests. */
const repeatAfterDays = 14;

/** A request to everyone to review the partners, and its repetition if nobody did. */
export interface ReviewRequest {
  readonly askedAt: Instant;
  readonly repeatedAt?: Instant;
}

/**
 * When a review is due: one interval after the last review was finished, or after the oldest active grant was made or
 * the tenant first showed a partner that may administer it, whichever is later.
 * @param relationships what was decided here
 * @returns undefined while no partner has delegated permissions
 */
export function reviewDueAt(
  relationships: readonly PartnerRelationship[],
  {
    snapshot,
    lastFinishedAt,
    now,
    everyDays,
  }: {
    /** What the tenant showed last; undefined if it is not read. */
    readonly snapshot: TenantSnapshot | undefined;
    readonly lastFinishedAt: Instant | undefined;
    readonly now: Instant;
    /** The interval; days. */
    readonly everyDays: number;
  },
): Instant | undefined {
  const granted = relationships.flatMap(({ delegatedAdmin }) => {
    const access = accessAt(delegatedAdmin, now);
    return access.kind === 'active' ? access.grants.map(({ since }) => since) : [];
  });
  const seen = (snapshot?.partners ?? []).filter(({ id }) => id !== microsoftSupport).filter(mayAdminister);
  const [oldest] = [...granted, ...seen.map(({ firstSeenAt }) => firstSeenAt)].toSorted();
  if (oldest === undefined) return undefined;
  const from = lastFinishedAt !== undefined && lastFinishedAt > oldest ? lastFinishedAt : oldest;
  return later(from, everyDays * day);
}

/**
 * The request for a review to send now, if any: once the review is due, once more after 14 days, and anew after each
 * interval without a review. Requests are at least 14 days apart (or the interval, if shorter), even after a long
 * downtime.
 * @param asked the last request
 * @returns the request to store in its place, or undefined
 */
export function requestToMake(
  dueAt: Instant,
  asked: ReviewRequest | undefined,
  { now, everyDays }: { readonly now: Instant; readonly everyDays: number },
): ReviewRequest | undefined {
  if (now < dueAt) return undefined;
  // A request from before the due date was answered by a review.
  if (asked === undefined || asked.askedAt < dueAt) return { askedAt: now };
  const daysSince = (then: Instant): number => (millisecondsOf(now) - millisecondsOf(then)) / day;
  if (daysSince(asked.repeatedAt ?? asked.askedAt) < Math.min(repeatAfterDays, everyDays)) return undefined;
  if (daysSince(asked.askedAt) >= everyDays) return { askedAt: now };
  return asked.repeatedAt === undefined ? { askedAt: asked.askedAt, repeatedAt: now } : undefined;
}
