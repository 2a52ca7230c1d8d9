export interface TermRange {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** The distinct words of a directory in order of their code units; a term is known by its place among them. */
export class TermDictionary {
  readonly terms: readonly string[];
  /** How many letters each term shares with the one before it, 255 at most. */
  readonly shared: Uint8Array;

  /** @param terms sorted, without repetition */
  constructor(terms: readonly string[]) {
    this.terms = terms;
    this.shared = new Uint8Array(terms.length);
    let previous = '';
    for (const [place, term] of terms.entries()) {
      this.shared[place] = sharedLetters(previous, term);
      previous = term;
    }
  }

  /** The place of a word; undefined where the directory does not have it. */
  find(word: string): number | undefined {
    const place = this.#firstFrom((term) => term >= word);
    return this.terms[place] === word ? place : undefined;
  }

  /** The terms that begin with `beginning`, itself included. */
  beginningWith(beginning: string): TermRange {
    return {
      from: this.#firstFrom((term) => term >= beginning),
      to: this.#firstFrom((term) => term.slice(0, beginning.length) > beginning),
    };
  }

  /** The first place for which `reached` holds, given that it holds for every later one too. */
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

function sharedLetters(one: string, other: string): number {
  const most = Math.min(one.length, other.length, 255);
  let shared = 0;
  while (shared < most && one.charCodeAt(shared) === other.charCodeAt(shared)) shared++;
  return shared;
}
