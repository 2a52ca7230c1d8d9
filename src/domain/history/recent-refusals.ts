import { later, type Instant } from '../instant.ts';

/** What a person was refused of late: a refusal that is on record already is not recorded again. */
export interface RecentRefusals {
  /** When the first of them was recorded. */
  readonly since: Instant;
  /** One text for each thing that was refused, such as `authorize invitation-1`. */
  readonly refused: readonly string[];
}

const span = 60 * 60 * 1000;
const maxInASpan = 20;

/**
 * What is remembered once one more refusal is recorded.
 * @returns undefined where it is not to be recorded: the same was within the hour, or too much was for this person
 */
export function withRefusal(
  recent: RecentRefusals | undefined,
  refused: string,
  now: Instant,
): RecentRefusals | undefined {
  // Before it began: the clock went back, and nobody knows how long ago that was.
  const isOver = recent === undefined || now < recent.since || now >= later(recent.since, span);
  if (isOver) return { since: now, refused: [refused] };
  if (recent.refused.includes(refused) || recent.refused.length >= maxInASpan) return undefined;
  return { ...recent, refused: [...recent.refused, refused] };
}
