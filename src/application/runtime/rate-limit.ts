interface Bucket {
  readonly tokens: number;
  /** When it held that many; milliseconds. */
  readonly at: number;
}

/**
 * Counts one more under `key` at `now` (milliseconds).
 * @returns 0 if it is allowed, else the seconds until it is
 */
export type RateLimit = (key: string, now: number) => number;

/** A token bucket per key. Only the `maxKeys` used last are stored, so that a flood of keys cannot fill the memory. */
export function createRateLimit({
  burst,
  perSecond,
  maxKeys,
}: {
  readonly burst: number;
  readonly perSecond: number;
  readonly maxKeys: number;
}): RateLimit {
  // A map iterates in insertion order: the first key is the least recently used.
  const buckets = new Map<string, Bucket>();

  return (key, now) => {
    const { tokens, at } = buckets.get(key) ?? { tokens: burst, at: now };
    // A clock that was set back refills nothing.
    const refilled = Math.min(burst, tokens + (Math.max(0, now - at) / 1000) * perSecond);
    const isAllowed = refilled >= 1;
    buckets.delete(key);
    buckets.set(key, { tokens: isAllowed ? refilled - 1 : refilled, at: now });
    if (buckets.size > maxKeys) evictFirst(buckets);
    return isAllowed ? 0 : Math.ceil((1 - refilled) / perSecond);
  };
}

function evictFirst(buckets: Map<string, Bucket>): void {
  for (const key of buckets.keys()) {
    buckets.delete(key);
    return;
  }
}
