import { isIntact, type ChainHead, type ChainLink } from './audit-chain.ts';

/** What is wrong with a chain; entries are counted from 1. */
export type ChainFlaw =
  /** A line that is no entry, where this one is expected. */
  | { readonly kind: 'unreadable'; readonly number: number }
  | { readonly kind: 'changed'; readonly number: number }
  | { readonly kind: 'removed'; readonly from: number; readonly to: number }
  /** It stands after a later one. */
  | { readonly kind: 'moved'; readonly number: number }
  | { readonly kind: 'repeated'; readonly number: number };

/** The latest entry that was met, by its number. */
interface Newest<Place> {
  readonly number: number;
  /** Unknown where it could not be read. */
  readonly hash: string | undefined;
  /** Whether the entry is the one that it says it is. */
  readonly isIntact: boolean;
  readonly place: Place | undefined;
}

interface Gap<Place> {
  readonly from: number;
  readonly to: number;
  /** Of the entry before it. */
  readonly place: Place;
}

/** Follows a chain entry by entry, in the order in which they are kept, and reports what is wrong with it and where. */
export class ChainCheck<Place> {
  readonly #report: (flaw: ChainFlaw, place: Place) => void;
  #newest: Newest<Place> = { number: 0, hash: '', isIntact: true, place: undefined };
  #gaps: readonly Gap<Place>[] = [];

  constructor(report: (flaw: ChainFlaw, place: Place) => void) {
    this.#report = report;
  }

  /** @param stored undefined where no entry can be read at this place */
  take(place: Place, stored: { readonly link: ChainLink; readonly value: unknown } | undefined): void {
    const number = this.#newest.number + 1;
    if (stored === undefined) {
      this.#report({ kind: 'unreadable', number }, place);
      this.#newest = { number, hash: undefined, isIntact: false, place };
    } else if (isIntact(stored.link, stored.value)) {
      this.#takeIntact(place, stored.link);
    } else {
      this.#report({ kind: 'changed', number }, place);
      const hash = stored.link.number === number ? stored.link.hash : undefined;
      this.#newest = { number, hash, isIntact: false, place };
    }
  }

  #takeIntact(place: Place, { number, previous, hash }: ChainLink): void {
    const newest = this.#newest;
    // What was taken for this entry before was put in.
    const isTheOneExpected = number === newest.number && !newest.isIntact;
    if (number <= newest.number && !isTheOneExpected) {
      this.#report({ kind: this.#fill(number) ? 'moved' : 'repeated', number }, place);
      return;
    }
    if (number > newest.number + 1) this.#leaveOut(number - 1, place);
    else if (number > newest.number) this.#expect(newest, previous, place);
    this.#newest = { number, hash, isIntact: true, place };
  }

  /** Takes the chain's own word for how far it has come at this place. */
  reach(place: Place, { count, hash }: ChainHead): void {
    const newest = this.#newest;
    if (count > newest.number) {
      this.#leaveOut(count, place);
      this.#newest = { number: count, hash, isIntact: true, place };
    } else if (count === newest.number) {
      this.#expect(newest, hash, place);
    }
  }

  /** Reports what was missing and came nowhere later. @returns how many entries there should be */
  end(): number {
    for (const { from, to, place } of this.#gaps) this.#report({ kind: 'removed', from, to }, place);
    return this.#newest.number;
  }

  /** An entry that is not the one that the next was written after was put in its place. */
  #expect({ number, hash, place }: Newest<Place>, expected: string, here: Place): void {
    if (hash !== undefined && hash !== expected) {
      this.#report({ kind: 'changed', number: Math.max(1, number) }, place ?? here);
    }
  }

  #leaveOut(to: number, here: Place): void {
    const { number, place } = this.#newest;
    this.#gaps = [...this.#gaps, { from: number + 1, to, place: place ?? here }];
  }

  /** @returns whether the entry was missing so far */
  #fill(number: number): boolean {
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
