import { day, later, type Instant } from '../instant.ts';

const second = 1000;
const maxDelay = 300 * second;
const maxRetryTime = day;

/**
 * The delay before the next attempt to post to a chat, in milliseconds: as the channel asks, else exponential backoff.
 * @param failures consecutive failures, at least 1
 * @param asked the channel's `Retry-After` in milliseconds, if any
 * @param chance from 0 to 1; jitter, so that chats that failed together are not retried together
 */
export function waitAfter(failures: number, asked: number | undefined, chance: number): number {
  if (asked !== undefined) return Math.round(asked + chance * second);
  return Math.round(Math.min(second * 2 ** (failures - 1), maxDelay) * (1 + chance / 2));
}

/** Whether a post that failed again is too old to retry. */
export function isTooLate(since: Instant, now: Instant): boolean {
  return now >= later(since, maxRetryTime);
}
