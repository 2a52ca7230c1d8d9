import { later, type Instant } from '../instant.ts';

/** A person's recent refusals, so that the same one is not recorded again and again. */
export interface RecentRefusals {
  /** When the first was recorded. */
  readonly since: Instant;
  /** One key per refusal, such as `authorize invitation-1`. */
  readonly refused: readonly string[];
}

/** A refused attempt, by what it was about and why. */
interface Refusal {
  readonly key: string;
  /** Whether the tenant has what it was about. Anyone can make up what it has not. */
  readonly isAboutSomething: boolean;
}

const windowLength = 60 * 60 * 1000;
/** About made-up ids. They leave room for the others, which they would hide otherwise. */
const maxMadeUp = 20;
const maxAboutSomething = 200;
const madeUp = 'made up: ';

/**
 * The recent refusals with one more.
 * @returns undefined if it must not be recorded: a repeat within the hour, or above the person's limit
 */
export function withRefusal(
  recent: RecentRefusals | undefined,
  { key, isAboutSomething }: Refusal,
  now: Instant,
): RecentRefusals | undefined {
  const refused = isAboutSomething ? key : `${madeUp}${key}`;
  // `now` before the window: the clock was set back, so its age is unknown.
  const isOver = recent === undefined || now < recent.since || now >= later(recent.since, windowLength);
  if (isOver) return { since: now, refused: [refused] };
  const alike = recent.refused.filter((each) => each.startsWith(madeUp) !== isAboutSomething);
  const max = isAboutSomething ? maxAboutSomething : maxMadeUp;
  if (alike.includes(refused) || alike.length >= max) return undefined;
  return { ...recent, refused: [...recent.refused, refused] };
}
