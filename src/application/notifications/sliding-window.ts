/** At most `most` in any `within` milliseconds. */
export interface Limit {
  readonly most: number;
  readonly within: number;
}

/** Counts what was sent, and says when the limits leave room for more. All times in milliseconds. */
export interface Pace {
  /** The first moment, from `now` on, at which one more may be sent. */
  roomAt(now: number): number;
  /** One more was sent. */
  note(now: number): void;
}

/**
 * Holds in every stretch of time, not only from one full second to the next. Where the clock goes back, the last is taken to
 * have been sent just now, so that nobody waits for the clock to come to where it was.
 */
export function createPace(limits: readonly Limit[]): Pace {
  const longest = Math.max(...limits.map(({ within }) => within));
  let sent: number[] = [];

  function keepUp(now: number): void {
    const ahead = (sent.at(-1) ?? now) - now;
    if (ahead > 0) sent = sent.map((time) => time - ahead);
  }

  return {
    roomAt: (now) => {
      keepUp(now);
      return Math.max(now, ...limits.map(({ most, within }) => (sent.at(-most) ?? -Infinity) + within));
    },
    note: (now) => {
      keepUp(now);
      sent.push(now);
      const expired = sent.findIndex((time) => time + longest > now);
      if (expired > 0) sent.splice(0, expired);
    },
  };
}

/**
 * What Teams takes of one bot into one chat.
 * Source: Microsoft's "Optimize your bot with rate limiting in Teams".
 */
export const chatLimits: readonly Limit[] = [
  { most: 7, within: 1_000 },
  { most: 8, within: 2_000 },
  { most: 60, within: 30_000 },
  { most: 1_800, within: 3_600_000 },
];

/** What Teams takes of one bot in one tenant. Source: as above. */
export const tenantLimit: Limit = { most: 50, within: 1_000 };

/**
 * As many in a second, but one after the other: to draw and send several posts at a stretch would keep everybody waiting who writes
 * to the desk meanwhile.
 */
export const tenantLimits: readonly Limit[] = [
  tenantLimit,
  { most: 1, within: tenantLimit.within / tenantLimit.most },
];
