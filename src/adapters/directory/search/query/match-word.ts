import { addBits, countBits, noBits, type Bits } from '../index/bitset.ts';
import { havingRange, havingTerms, type Postings } from '../index/postings.ts';
import type { TermDictionary, TermRange } from '../index/term-dictionary.ts';
import { nearestTerms } from './nearest-terms.ts';
import { rareWord } from './typo-tolerance.ts';

export interface TextIndex {
  readonly providers: number;
  readonly dictionary: TermDictionary;
  readonly names: Postings;
  /** Description, place, services and products. */
  readonly rest: Postings;
  /** For each provider, how many distinct words its name has; 255 stands for more too. */
  readonly nameWords: Uint8Array;
}

/** How a word was found, best first: the higher, the more it counts. */
export const weights = {
  nameWord: 6,
  nameBeginning: 5,
  word: 4,
  beginning: 3,
  nameTypo: 2,
  typo: 1,
} as const;

/** Providers that one word finds in one way. */
export interface Finding {
  readonly weight: number;
  readonly bits: Bits;
}

/** Everything that one word finds. */
export interface WordMatch {
  readonly findings: readonly Finding[];
  readonly all: Bits;
}

/** Finds a folded word as a whole, as a beginning and, where it is rare, as a misspelling of others. */
export function matchWord(index: TextIndex, word: string): WordMatch {
  const { dictionary, names, rest, providers } = index;
  const findings: Finding[] = [];
  const add = (weight: number, bits: Bits | undefined) => {
    if (bits) findings.push({ weight, bits });
  };

  const exact = dictionary.find(word);
  const { from, to } = dictionary.beginningWith(word);
  const whole = exact === undefined ? [] : [exact];
  const longer: TermRange = { from: from + whole.length, to };
  add(weights.nameWord, havingTerms(names, whole, providers));
  add(weights.nameBeginning, havingRange(names, longer, providers));
  add(weights.word, havingTerms(rest, whole, providers));
  add(weights.beginning, havingRange(rest, longer, providers));

  const found = unite(findings, providers);
  if (countBits(found, rareWord) >= rareWord) return { findings, all: found };

  const near = nearestTerms(dictionary, word);
  add(weights.nameTypo, havingTerms(names, near, providers));
  add(weights.typo, havingTerms(rest, near, providers));
  return { findings, all: unite(findings, providers) };
}

function unite(findings: readonly Finding[], providers: number): Bits {
  const [first, ...others] = findings;
  if (first && others.length === 0) return first.bits;
  const all = noBits(providers);
  for (const { bits } of findings) addBits(all, bits);
  return all;
}
