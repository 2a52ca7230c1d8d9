import { later, type Instant } from '../instant.ts';

/** A person's recent refusals, so that the same one is not recorded again and again. */
export interface RecentRefusals {
  /** When the first was recorded. */
  readonly since: Instant;
  /** One key per refusal, such as `authorize invitation-1`. */
  readonly refused: readonly string[];
}

const windowLength = 60 * 60 * 1000;
const maxPerWindow = 20;

/**
 * The recent refusals with one more.
 * @returns undefined if it must not be recorded: a repeat within the hour, or above the person's limit
 */
export function withRefusal(
  recent: RecentRefusals | undefined,
  refused: string,
  now: Instant,
): RecentRefusals | undefined {
  // `now` before the window: the clock was set back, so its age is unknown.
  const isOver = recent === undefined || now < recent.since || now >= later(recent.since, windowLength);
  if (isOver) return { since: now, refused: [refused] };
  if (recent.refused.includes(refused) || recent.refused.length >= maxPerWindow) return undefined;
  return { ...recent, refused: [...recent.refused, refused] };
}
