import type { ChainLink } from '../../domain/history/audit-chain.ts';
import type { NotedHead } from './noted-heads.ts';

/** Compares the heads that were noted of one tenant with its chain, entry by entry. */
export class HeadComparison {
  /** By the number of entries. */
  readonly #noted = new Map<number, readonly NotedHead[]>();
  readonly #missing: Set<NotedHead>;

  constructor(noted: readonly NotedHead[]) {
    // Every chain goes on from an empty one.
    this.#missing = new Set(noted.filter(({ count }) => count > 0));
    for (const head of this.#missing)
      this.#noted.set(head.count, [...(this.#noted.get(head.count) ?? []), head]);
  }

  /** Takes the next entry of the chain. */
  take({ number, hash }: ChainLink): void {
    for (const head of this.#noted.get(number) ?? []) if (head.hash === hash) this.#missing.delete(head);
  }

  /** @param count how many entries there are. @returns a sentence and a place for each head that is not in the chain */
  end(count: number): readonly (readonly [problem: string, note: string])[] {
    return [...this.#missing].map((head) => [
      head.count > count
        ? `there are ${entries(count)}, but ${entries(head.count)} ending with ${head.hash} were noted: the newest are gone`
        : `entry ${head.count} is not the one that was noted with hash ${head.hash}: the history was rewritten`,
      head.note,
    ]);
  }
}

/** A tenant of which nothing is left. @param heads one or more that were noted of it */
export function describeMissing(heads: readonly NotedHead[]): string {
  const [newest] = heads.toSorted((one, other) => other.count - one.count);
  if (newest === undefined) return '';
  const { tenant, count, hash, note } = newest;
  const ending = count === 0 ? '' : ` ending with ${hash}`;
  return `tenant ${tenant}: nothing is left, but ${entries(count)}${ending} were noted (${note})`;
}

function entries(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'entry' : 'entries'}`;
}
