/** At most `most` in any `within` milliseconds. */
export interface Limit {
  readonly most: number;
  readonly within: number;
}

/** A rate limit: counts what was sent, and says when there is room for more. All times in milliseconds. */
export interface SlidingWindow {
  /** The first moment, from `now` on, at which one more may be sent. */
  roomAt(now: number): number;
  /** One more was sent. */
  note(now: number): void;
}

/**
 * Holds in every stretch of time, not only from one full second to the next. Where the clock goes back, the last is
 * taken to have been sent just now, so that nobody waits for the clock to come to where it was.
 * @param limits none: there always is room
 */
export function createSlidingWindow(limits: readonly Limit[]): SlidingWindow {
  const longest = Math.max(0, ...limits.map(({ within }) => within));
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
      const recent = sent.findIndex((time) => time + longest > now);
      sent.splice(0, recent === -1 ? sent.length : recent);
    },
  };
}
