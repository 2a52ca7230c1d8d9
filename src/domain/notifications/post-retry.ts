import { day, later, type Instant } from '../instant.ts';

const second = 1000;
const maxWait = 300 * second;
const givenUpAfter = day;

/**
 * How long to wait before posting to a chat again, in milliseconds: as long as the channel asks, else twice as long each time.
 * @param failures that followed each other, 1 or more
 * @param asked milliseconds that the channel wants to be left alone, where it says so
 * @param chance from 0 to 1; lengthens the wait, so that chats that failed together are not tried together
 */
export function waitAfter(failures: number, asked: number | undefined, chance: number): number {
  if (asked !== undefined) return Math.round(asked + chance * second);
  return Math.round(Math.min(second * 2 ** (failures - 1), maxWait) * (1 + chance / 2));
}

/** Whether a post that failed again now is no longer worth a try: it would be old news. */
export function isTooLate(since: Instant, now: Instant): boolean {
  return now >= later(since, givenUpAfter);
}
