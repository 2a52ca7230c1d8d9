import { day, later, millisecondsOf, type Instant } from '../instant.ts';
import { accessAt } from '../partners/access-at.ts';
import type { PartnerRelationship } from '../partners/relationship.ts';

/** How long after an unanswered request for a review it is repeated, once, and how long nothing is said after either; days. */
const repeatAfterDays = 14;

/** That everyone was asked to review the partners: when first, and when once more because nobody had. */
export interface ReviewRequest {
  readonly askedAt: Instant;
  readonly repeatedAt?: Instant;
}

/**
 * When a review is due: the interval after the last one was finished, or after the oldest permissions were granted that
 * somebody still has, whichever is later.
 * @returns undefined while nobody has delegated permissions
 */
export function reviewDueAt(
  relationships: readonly PartnerRelationship[],
  {
    lastFinishedAt,
    now,
    everyDays,
  }: {
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
  const [oldest] = granted.toSorted();
  if (oldest === undefined) return undefined;
  const from = lastFinishedAt !== undefined && lastFinishedAt > oldest ? lastFinishedAt : oldest;
  return later(from, everyDays * day);
}

/**
 * The request that is to be made at this moment of those who can review, if any. Once it is due they are asked; once more
 * after 14 days where that is still within the interval; and anew each time the interval has passed without a review. A desk
 * that was off for long may repeat late: it still leaves 14 days, or the interval where that is shorter, before it asks anew.
 * @param asked the last request that was made
 * @returns what to remember in its place
 */
export function requestToMake(
  dueAt: Instant,
  asked: ReviewRequest | undefined,
  { now, everyDays }: { readonly now: Instant; readonly everyDays: number },
): ReviewRequest | undefined {
  if (now < dueAt) return undefined;
  // A request from before it was due is one that a review answered.
  if (asked === undefined || asked.askedAt < dueAt) return { askedAt: now };
  const daysSince = (then: Instant): number => (millisecondsOf(now) - millisecondsOf(then)) / day;
  if (daysSince(asked.repeatedAt ?? asked.askedAt) < Math.min(repeatAfterDays, everyDays)) return undefined;
  if (daysSince(asked.askedAt) >= everyDays) return { askedAt: now };
  return asked.repeatedAt === undefined ? { askedAt: asked.askedAt, repeatedAt: now } : undefined;
}
