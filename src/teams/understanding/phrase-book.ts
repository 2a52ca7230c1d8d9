interface Node<Sense> {
  readonly senses: Sense[];
  next?: Map<string, Node<Sense>>;
}

/** Spelling candidates for the word at an index of the text; `depth` is its index in the phrase. */
export type SpellingCandidates = (index: number, depth: number) => readonly string[];

/** A phrase found in a text: its length in words, and what it can mean. */
export interface Found<Sense> {
  readonly length: number;
  readonly senses: readonly Sense[];
}

const asWritten: SpellingCandidates = () => [];

/** Phrases of one or more folded words, each with what it can mean. */
export class PhraseBook<Sense> {
  readonly #root: Node<Sense> = { senses: [] };
  readonly #words = new Set<string>();

  /** Every word of every phrase, in insertion order. */
  get words(): ReadonlySet<string> {
    return this.#words;
  }

  add(phrase: readonly string[], sense: Sense): void {
    if (phrase.length === 0) return;
    let node = this.#root;
    for (const word of phrase) {
      this.#words.add(word);
      node.next ??= new Map();
      const known = node.next.get(word);
      const next = known ?? { senses: [] };
      if (known === undefined) node.next.set(word, next);
      node = next;
    }
    node.senses.push(sense);
  }

  /** The longest phrase that starts at `from`. */
  longest(words: readonly string[], from: number, spellingCandidates = asWritten): Found<Sense> | undefined {
    let node = this.#root;
    let found: Found<Sense> | undefined;
    for (let index = from; index < words.length; index++) {
      const next = follow(node, words[index] ?? '', () => spellingCandidates(index, index - from));
      if (next === undefined) break;
      node = next;
      if (node.senses.length > 0) found = { length: index - from + 1, senses: node.senses };
    }
    return found;
  }

  /** What the words mean if together they are one phrase. */
  whole(words: readonly string[], spellingCandidates = asWritten): readonly Sense[] {
    const found = this.longest(words, 0, spellingCandidates);
    return found?.length === words.length ? found.senses : [];
  }
}

function follow<Sense>(
  node: Node<Sense>,
  word: string,
  spellingCandidates: () => readonly string[],
): Node<Sense> | undefined {
  if (node.next === undefined) return undefined;
  const exact = node.next.get(word);
  if (exact !== undefined) return exact;
  for (const spellingCandidate of spellingCandidates()) {
    const next = node.next.get(spellingCandidate);
    if (next !== undefined) return next;
  }
  return undefined;
}
