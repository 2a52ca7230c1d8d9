/** At most `max` in any `within` milliseconds. */
export interface Limit {
  readonly max: number;
  readonly within: number;
}

/** A rate limit over every window of time. All times in milliseconds. */
export interface SlidingWindow {
  /**
   * The earliest time, from `now` on, at which one more may be sent.
   * @param stricter for what leaves room for others: at most the window's own limits; default: those
   */
  roomAt(now: number, stricter?: readonly Limit[]): number;
  /** Records that one more was sent. */
  record(now: number): void;
  /** Whether nothing that was sent limits what is sent from now on. */
  isIdle(now: number): boolean;
}

/**
 * If the clock goes back, the last one counts as sent just now, so that nobody waits for the clock to catch up.
 * @param limits none: always room
 */
export function createSlidingWindow(limits: readonly Limit[]): SlidingWindow {
  const maxWithin = Math.max(0, ...limits.map(({ within }) => within));
  let sent: number[] = [];

  function shiftBack(now: number): void {
    const ahead = (sent.at(-1) ?? now) - now;
    if (ahead > 0) sent = sent.map((time) => time - ahead);
  }

  return {
    roomAt: (now, stricter = limits) => {
      shiftBack(now);
      return Math.max(now, ...stricter.map(({ max, within }) => (sent.at(-max) ?? -Infinity) + within));
    },
    isIdle: (now) => {
      shiftBack(now);
      return (sent.at(-1) ?? -Infinity) + maxWithin <= now;
    },
    record: (now) => {
      shiftBack(now);
      sent.push(now);
      const recent = sent.findIndex((time) => time + maxWithin > now);
      sent.splice(0, recent === -1 ? sent.length : recent);
    },
  };
}
