export interface TermRange {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** The distinct words of a directory, sorted by code units; a term is identified by its index. */
export class TermDictionary {
  readonly terms: readonly string[];
  /** Length of the prefix that each term shares with the one before, 255 at most. */
  readonly shared: Uint8Array;

  /** @param terms sorted and distinct */
  constructor(terms: readonly string[]) {
    this.terms = terms;
    this.shared = new Uint8Array(terms.length);
    let previous = '';
    for (const [place, term] of terms.entries()) {
      this.shared[place] = sharedPrefixLength(previous, term);
      previous = term;
    }
  }

  /** The index of a word; undefined if the directory does not have it. */
  find(word: string): number | undefined {
    const place = this.#firstFrom((term) => term >= word);
    return this.terms[place] === word ? place : undefined;
  }

  /** The terms that start with `prefix`, including `prefix` itself. */
  startingWith(prefix: string): TermRange {
    return {
      from: this.#firstFrom((term) => term >= prefix),
      to: this.#firstFrom((term) => term.slice(0, prefix.length) > prefix),
    };
  }

  /** The first index for which `reached` holds; it must hold for every later one too. */
  #firstFrom(reached: (term: string) => boolean): number {
    let from = 0;
    let to = this.terms.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (reached(this.terms[middle] ?? '')) to = middle;
      else from = middle + 1;
    }
    return from;
  }
}

function sharedPrefixLength(one: string, other: string): number {
  const maxLength = Math.min(one.length, other.length, 255);
  let shared = 0;
  while (shared < maxLength && one.charCodeAt(shared) === other.charCodeAt(shared)) shared++;
  return shared;
}
