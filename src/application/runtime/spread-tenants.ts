import type { TenantId } from '../../domain/identifiers.ts';

/** A tenant's own share of every interval, from 0 to 1, which spreads tenants evenly: FNV-1a over its id. */
export function phaseOf(tenant: TenantId): number {
  let hash = 0x811c9dc5;
  for (const character of tenant) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0) / 2 ** 32;
}

/** Work by key, of which only so much runs at the same time; the rest waits in order. */
export interface BoundedRuns {
  /** Whether work of this key waits or runs. */
  has(key: string): boolean;
  /** Starts it, now or later, unless work of that key waits or runs. It must not throw. */
  start(key: string, work: () => Promise<void>): void;
  /** Drops what waits, and resolves once nothing runs. */
  ended(): Promise<void>;
}

/** @param limit how much runs at the same time */
export function runBounded(limit: number): BoundedRuns {
  const waiting = new Map<string, () => Promise<void>>();
  const running = new Map<string, Promise<void>>();

  function advance(): void {
    for (const [key, work] of waiting) {
      if (running.size >= limit) return;
      waiting.delete(key);
      const run = work().finally(() => {
        running.delete(key);
        advance();
      });
      running.set(key, run);
    }
  }

  return {
    has: (key) => waiting.has(key) || running.has(key),
    start(key, work) {
      if (waiting.has(key) || running.has(key)) return;
      waiting.set(key, work);
      advance();
    },
    async ended() {
      waiting.clear();
      await Promise.all(running.values());
    },
  };
}
