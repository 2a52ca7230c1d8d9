import type { DirectoryTerms } from './directory-terms.ts';
import { readHeadcount } from './headcount.ts';
import type { FilterSense, Sense } from './phrase-meaning.ts';
import { spellingCandidates } from './spelling-candidates.ts';
import { inEveryLanguage, foldedWords, type Word } from './words.ts';

/** A run of words and what it means; without a sense it is text to look for. */
export interface Part {
  readonly from: number;
  readonly length: number;
  readonly sense?: Sense;
  /** A value that it could also be, with only the word itself to suggest it: “nice”. */
  readonly doubted?: FilterSense;
}

/** Compared unfolded, in lower case: “à” is one, “a” is not. */
const beforePlace = new Set(
  inEveryLanguage(({ search }) => search.beforePlace).map((phrase) => phrase.split(' ').at(-1)),
);
const beforeOffering = new Set(inEveryLanguage(({ search }) => search.beforeOffering).flatMap(foldedWords));

/** Splits a search into its parts: at each word the longest phrase with a meaning, else the word alone. */
export function partsOf(words: readonly Word[], terms: DirectoryTerms): Part[] {
  const folded = words.map((word) => word.folded);
  const parts: Part[] = [];
  let placeExpected = false;
  let index = 0;
  const candidatesOf = spellingCandidates(terms, folded, (at) => at === index && placeExpected);
  while (index < words.length) {
    const part = partAt(index);
    parts.push(part);
    index += part.length;
    const last = words[index - 1]?.written.toLowerCase();
    placeExpected = beforePlace.has(last) || (placeExpected && part.sense?.kind === 'small');
  }
  return namesKeptWhole(words, parts);

  function partAt(from: number): Part {
    const size = readHeadcount(words, from, candidatesOf);
    if (size !== undefined) return { from, length: size.length, sense: sizeSense(size.size) };
    const found = terms.book.longest(folded, from, candidatesOf);
    if (found === undefined) return { from, length: 1 };
    return { from, length: found.length, ...choose(found.senses, from) };
  }

  function choose(senses: readonly Sense[], from: number): Pick<Part, 'sense' | 'doubted'> {
    const values = senses.filter((sense) => sense.kind === 'filter');
    const plain = senses.find((sense) => sense.kind !== 'filter');
    const place = values.find(({ name }) => name === 'country' || name === 'city');
    const value = placeExpected ? (place ?? values[0]) : values[0];
    if (value === undefined) return plain === undefined ? {} : { sense: plain };
    if (plain === undefined || isPointedAt(value, from)) return { sense: value };
    return { sense: plain, doubted: value };
  }

  /** An ambiguous word counts as the value if it is capitalised or follows a word that announces such a value. */
  function isPointedAt(value: FilterSense, from: number): boolean {
    const word = words[from]?.written ?? '';
    if (isAcronym(word) || (from > 0 && isCapitalised(word))) return true;
    if (value.name === 'city' || value.name === 'country') return placeExpected;
    return value.name === 'offering' && beforeOffering.has(folded[from - 1] ?? '');
  }
}

/**
 * “Woodgrove Bank” and “Contoso Consulting” are names: a capitalised common noun beside a capitalised word without a
 * meaning belongs to it. The first word does not count, as it is always capitalised.
 */
function namesKeptWhole(words: readonly Word[], parts: readonly Part[]): Part[] {
  const isName = (part: Part | undefined) =>
    part !== undefined && part.sense === undefined && isCapitalised(words[part.from]?.written ?? '');
  const kept: Part[] = [];
  for (const [index, part] of parts.entries()) {
    const { from, length, sense } = part;
    const run = words.slice(from, from + length);
    const isCommonNoun = sense !== undefined && !(sense.kind === 'filter' && sense.proper) && from > 0;
    const isTitle = run.every(({ written }) => isCapitalised(written) && !isAcronym(written));
    const isOfName = isCommonNoun && isTitle && (isName(kept.at(-1)) || isName(parts[index + 1]));
    kept.push(isOfName ? { from, length } : part);
  }
  return kept;
}

function sizeSense(size: NonNullable<FilterSense['filter']['size']>): FilterSense {
  return { kind: 'filter', name: 'size', filter: { size }, proper: false, counted: true };
}

function isCapitalised(written: string): boolean {
  return /^\p{Lu}/u.test(written);
}

function isAcronym(written: string): boolean {
  return /^\p{Lu}{2,}$/u.test(written);
}
