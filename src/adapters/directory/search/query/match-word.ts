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
  /** Number of distinct words in each provider’s name, capped at 255. */
  readonly nameWords: Uint8Array;
}

/** Scores of the ways in which a word can match, best first. */
export const weights = {
  nameWord: 6,
  namePrefix: 5,
  word: 4,
  prefix: 3,
  nameTypo: 2,
  typo: 1,
} as const;

/** Providers that a word matches in one way. */
export interface Finding {
  readonly weight: number;
  readonly bits: Bits;
}

/** All matches of a word. */
export interface WordMatch {
  readonly findings: readonly Finding[];
  readonly all: Bits;
}

/** Matches a folded word exactly, as a prefix and, if it is rare, with typos. */
export function matchWord(index: TextIndex, word: string): WordMatch {
  const { dictionary, names, rest, providers } = index;
  const findings: Finding[] = [];
  const add = (weight: number, bits: Bits | undefined) => {
    if (bits) findings.push({ weight, bits });
  };

  const exact = dictionary.find(word);
  const { from, to } = dictionary.startingWith(word);
  const whole = exact === undefined ? [] : [exact];
  const longer: TermRange = { from: from + whole.length, to };
  add(weights.nameWord, havingTerms(names, whole, providers));
  add(weights.namePrefix, havingRange(names, longer, providers));
  add(weights.word, havingTerms(rest, whole, providers));
  add(weights.prefix, havingRange(rest, longer, providers));

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
