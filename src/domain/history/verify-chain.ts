import { isIntact, type ChainHead, type ChainLink } from './audit-chain.ts';

/** A defect in a chain; entries are numbered from 1. */
export type ChainFlaw =
  /** A line that cannot be parsed, where this entry is expected. */
  | { readonly kind: 'unreadable'; readonly number: number }
  | { readonly kind: 'changed'; readonly number: number }
  | { readonly kind: 'removed'; readonly from: number; readonly to: number }
  /** Stored after a later entry. */
  | { readonly kind: 'moved'; readonly number: number }
  | { readonly kind: 'repeated'; readonly number: number };

/** The entry with the highest number so far. */
interface Newest<Place> {
  readonly number: number;
  /** Undefined if it could not be read. */
  readonly hash: string | undefined;
  /** Whether the entry's hash matches. */
  readonly isIntact: boolean;
  readonly place: Place | undefined;
}

interface Gap<Place> {
  readonly from: number;
  readonly to: number;
  /** Of the entry before the gap. */
  readonly place: Place;
}

/** Verifies a chain entry by entry, in storage order, and reports each flaw with its place. */
export class ChainCheck<Place> {
  readonly #report: (flaw: ChainFlaw, place: Place) => void;
  #newest: Newest<Place> = { number: 0, hash: '', isIntact: true, place: undefined };
  #gaps: readonly Gap<Place>[] = [];

  constructor(report: (flaw: ChainFlaw, place: Place) => void) {
    this.#report = report;
  }

  /** @param stored undefined if no entry can be read at this place */
  take(place: Place, stored: { readonly link: ChainLink; readonly value: unknown } | undefined): void {
    const number = this.#newest.number + 1;
    if (stored === undefined) {
      this.#report({ kind: 'unreadable', number }, place);
      this.#newest = { number, hash: undefined, isIntact: false, place };
    } else if (isIntact(stored.link, stored.value)) {
      this.#addIntact(place, stored.link);
    } else {
      this.#report({ kind: 'changed', number }, place);
      const hash = stored.link.number === number ? stored.link.hash : undefined;
      this.#newest = { number, hash, isIntact: false, place };
    }
  }

  #addIntact(place: Place, { number, previous, hash }: ChainLink): void {
    const newest = this.#newest;
    // The corrupt entry counted under this number was an insertion.
    const isTheOneExpected = number === newest.number && !newest.isIntact;
    if (number <= newest.number && !isTheOneExpected) {
      this.#report({ kind: this.#fillGap(number) ? 'moved' : 'repeated', number }, place);
      return;
    }
    if (number > newest.number + 1) this.#addGap(number - 1, place);
    else if (number > newest.number) this.#checkHash(newest, previous, place);
    this.#newest = { number, hash, isIntact: true, place };
  }

  /** Checks the chain against a head recorded at this place. */
  reach(place: Place, { count, hash }: ChainHead): void {
    const newest = this.#newest;
    if (count > newest.number) {
      this.#addGap(count, place);
      this.#newest = { number: count, hash, isIntact: true, place };
    } else if (count === newest.number) {
      this.#checkHash(newest, hash, place);
    }
  }

  /** Reports the entries that are still missing. @returns how many entries there should be */
  end(): number {
    for (const { from, to, place } of this.#gaps) this.#report({ kind: 'removed', from, to }, place);
    return this.#newest.number;
  }

  /** Reports an entry whose hash is not the one that its successor refers to: it was replaced. */
  #checkHash({ number, hash, place }: Newest<Place>, expected: string, here: Place): void {
    if (hash !== undefined && hash !== expected) {
      this.#report({ kind: 'changed', number: Math.max(1, number) }, place ?? here);
    }
  }

  #addGap(to: number, here: Place): void {
    const { number, place } = this.#newest;
    this.#gaps = [...this.#gaps, { from: number + 1, to, place: place ?? here }];
  }

  /** @returns whether the entry was missing until now */
  #fillGap(number: number): boolean {
    const gap = this.#gaps.find(({ from, to }) => from <= number && number <= to);
    if (gap === undefined) return false;
    const parts = [
      { ...gap, to: number - 1 },
      { ...gap, from: number + 1 },
    ].filter(({ from, to }) => from <= to);
    this.#gaps = this.#gaps.flatMap((other) => (other === gap ? parts : [other]));
    return true;
  }
}
