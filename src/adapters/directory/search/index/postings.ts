import { addBits, countCommon, noBits, setBit, type Bits } from './bitset.ts';
import type { Lists } from './lists.ts';
import type { TermRange } from './term-dictionary.ts';

/**
 * Which providers have each term, a term being a word of a text or a value of a filter. One that many have is kept as
 * bits, which then take less room and time than a list.
 */
export interface Postings {
  /** Where the providers of each term begin in `providers`; the last entry is where they end. */
  readonly starts: Int32Array;
  /** Providers of the rare terms, term after term, ascending. */
  readonly providers: Int32Array;
  /** Providers of the frequent terms, by ascending term. */
  readonly frequent: ReadonlyMap<number, Bits>;
}

/**
 * Turns "which terms has a provider" into "which providers have a term".
 *
 * @param counts for each term, how many providers have it
 */
export function postingsOf(lists: Lists, counts: Int32Array): Postings {
  const count = lists.starts.length - 1;
  const frequent = new Map<number, Bits>();
  const starts = new Int32Array(counts.length + 1);
  for (let term = 0; term < counts.length; term++) {
    const having = counts[term] ?? 0;
    // As a list, a term takes 32 bits for each provider that has it; as bits, one for each that there is.
    const isFrequent = having * 32 > count;
    if (isFrequent) frequent.set(term, noBits(count));
    starts[term + 1] = (starts[term] ?? 0) + (isFrequent ? 0 : having);
  }
  const providers = new Int32Array(starts[counts.length] ?? 0);
  /** Where the next provider of each term goes; of no use for the frequent ones. */
  const next = starts.slice();
  for (let provider = 0; provider < count; provider++) {
    const end = lists.starts[provider + 1] ?? 0;
    for (let at = lists.starts[provider] ?? 0; at < end; at++) {
      const term = lists.values[at] ?? 0;
      if (starts[term] === starts[term + 1]) {
        const bits = frequent.get(term);
        if (bits) setBit(bits, provider);
      } else {
        const slot = next[term] ?? 0;
        next[term] = slot + 1;
        providers[slot] = provider;
      }
    }
  }
  return { starts, providers, frequent };
}

/** The providers that have one of `terms`; undefined where none has. Not to be written to. */
export function havingTerms(
  postings: Postings,
  terms: readonly number[],
  providers: number,
): Bits | undefined {
  const [only, ...others] = terms;
  if (only !== undefined && others.length === 0 && postings.frequent.has(only))
    return postings.frequent.get(only);
  let bits: Bits | undefined;
  for (const term of terms) {
    bits = addRare(postings, term, term + 1, bits, providers);
    const having = postings.frequent.get(term);
    if (having) addBits((bits ??= noBits(providers)), having);
  }
  return bits;
}

/** The providers that have one of the terms `from` up to `to`; undefined where none has. */
export function havingRange(
  postings: Postings,
  { from, to }: TermRange,
  providers: number,
): Bits | undefined {
  let bits = addRare(postings, from, to, undefined, providers);
  for (const [term, having] of postings.frequent) {
    if (term >= to) break;
    if (term >= from) addBits((bits ??= noBits(providers)), having);
  }
  return bits;
}

function addRare(
  { starts, providers }: Postings,
  from: number,
  to: number,
  bits: Bits | undefined,
  count: number,
): Bits | undefined {
  const start = starts[from] ?? 0;
  const end = starts[to] ?? 0;
  if (start >= end) return bits;
  const added = bits ?? noBits(count);
  for (let at = start; at < end; at++) setBit(added, providers[at] ?? 0);
  return added;
}

/** Writes into `counts` how many of `found` have each term of the range. */
export function countTerms(
  { starts, providers, frequent }: Postings,
  { from, to }: TermRange,
  found: Bits,
  counts: Int32Array,
): void {
  for (let term = from; term < to; term++) {
    const end = starts[term + 1] ?? 0;
    let count = 0;
    for (let at = starts[term] ?? 0; at < end; at++) {
      const provider = providers[at] ?? 0;
      count += ((found[provider >>> 5] ?? 0) >>> provider) & 1;
    }
    counts[term] = count;
  }
  for (const [term, having] of frequent) {
    if (term >= from && term < to) counts[term] = countCommon(having, found);
  }
}
