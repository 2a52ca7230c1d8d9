import { editDistance, typosForgiven } from '../../domain/edit-distance.ts';

const minLength = 4;
const maxLength = 24;

/**
 * Finds the known words that a mistyped one may stand for. Two words with at most n typos between them become equal
 * when at most n letters are left out of each; so every word is indexed under all its shortened forms (symmetric
 * deletion), by hash in typed arrays: tens of thousands of words take milliseconds and a few megabytes.
 */
export class Spelling {
  readonly #words: readonly string[];
  readonly #known: ReadonlySet<string>;
  readonly #heads: Int32Array;
  readonly #next: Int32Array;
  readonly #word: Int32Array;
  readonly #mask: number;

  /** @param known words that are never corrected. @param words the candidates; earlier ones are preferred. */
  constructor(known: ReadonlySet<string>, words: Iterable<string>) {
    this.#known = known;
    this.#words = [...words].filter((word) => word.length >= minLength && word.length <= maxLength);
    const forms = this.#words.reduce((sum, word) => sum + formCount(word), 0);
    const buckets = 2 ** Math.ceil(Math.log2(forms + 2));
    this.#mask = buckets - 1;
    this.#heads = new Int32Array(buckets).fill(-1);
    this.#next = new Int32Array(forms);
    this.#word = new Int32Array(forms);
    let entry = 0;
    this.#words.forEach((word, id) => {
      eachForm(word, (hash) => {
        const bucket = hash & this.#mask;
        this.#next[entry] = this.#heads[bucket] ?? -1;
        this.#word[entry] = id;
        this.#heads[bucket] = entry++;
      });
    });
  }

  /**
   * Candidates for `word`, nearest first; none for a known word. The first letter must be right, or swapped with the
   * second: people seldom mistype it, and names are not mistaken for other words.
   */
  near(word: string): readonly string[] {
    if (word.length < minLength || word.length > maxLength || this.#known.has(word)) return [];
    const candidates = new Map<number, number>();
    eachForm(word, (hash) => {
      let entry = this.#heads[hash & this.#mask] ?? -1;
      while (entry !== -1) {
        const id = this.#word[entry] ?? 0;
        if (!candidates.has(id)) candidates.set(id, this.#distance(word, id));
        entry = this.#next[entry] ?? -1;
      }
    });
    return [...candidates]
      .filter(([, distance]) => Number.isFinite(distance))
      .sort(([oneId, one], [otherId, other]) => one - other || oneId - otherId)
      .map(([id]) => this.#words[id] ?? '');
  }

  #distance(word: string, id: number): number {
    const candidate = this.#words[id] ?? '';
    if (!startsAlike(word, candidate)) return Number.POSITIVE_INFINITY;
    const limit = typosForgiven(Math.min(word.length, candidate.length));
    const distance = editDistance(word, candidate, limit);
    return distance <= limit ? distance : Number.POSITIVE_INFINITY;
  }
}

function startsAlike(one: string, other: string): boolean {
  const [first = '', second = ''] = one;
  return other.startsWith(first) || other.startsWith(second + first);
}

function formCount(word: string): number {
  const letters = word.length;
  return 1 + letters + (typosForgiven(letters) > 1 ? (letters * (letters - 1)) / 2 : 0);
}

/** Calls `use` with the hash of the word and of each form with as many letters left out as are forgiven. */
function eachForm(word: string, use: (hash: number) => void): void {
  use(hashWithout(word, -1, -1));
  const letters = word.length;
  for (let first = 0; first < letters; first++) {
    use(hashWithout(word, first, -1));
    if (typosForgiven(letters) < 2) continue;
    for (let second = first + 1; second < letters; second++) use(hashWithout(word, first, second));
  }
}

/** FNV-1a over the letters except those at two indexes. */
function hashWithout(word: string, first: number, second: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index++) {
    if (index === first || index === second) continue;
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}
