interface Bucket {
  readonly tokens: number;
  /** When it held that many; milliseconds. */
  readonly at: number;
}

/**
 * Counts one more under `key` at `now` (milliseconds).
 * @returns 0 where it may go on, else in how many seconds it may
 */
export type RateLimit = (key: string, now: number) => number;

/**
 * A token bucket for each key. Only the `mostKeys` used last are remembered, so that no flood of keys fills the memory.
 */
export function createRateLimit({
  burst,
  perSecond,
  maxKeys,
}: {
  readonly burst: number;
  readonly perSecond: number;
  readonly maxKeys: number;
}): RateLimit {
  // A map keeps the order in which its keys were put in: the first is the one that was used longest ago.
  const buckets = new Map<string, Bucket>();

  return (key, now) => {
    const { tokens, at } = buckets.get(key) ?? { tokens: burst, at: now };
    // A clock that was set back refills nothing.
    const refilled = Math.min(burst, tokens + (Math.max(0, now - at) / 1000) * perSecond);
    const isAllowed = refilled >= 1;
    buckets.delete(key);
    buckets.set(key, { tokens: isAllowed ? refilled - 1 : refilled, at: now });
    if (buckets.size > maxKeys) forgetFirst(buckets);
    return isAllowed ? 0 : Math.ceil((1 - refilled) / perSecond);
  };
}

function forgetFirst(buckets: Map<string, Bucket>): void {
  for (const key of buckets.keys()) {
    buckets.delete(key);
    return;
  }
}
