import { addBits, countCommon, noBits, setBit, type Bits } from './bitset.ts';
import type { Lists } from './lists.ts';
import type { TermRange } from './term-dictionary.ts';

/**
 * Inverted index: the providers of each term, a term being a word or a filter value. Frequent terms are stored as
 * bitsets, which are then smaller and faster than lists.
 */
export interface Postings {
  /** Start of each term’s providers in `providers`; the last entry is the end. */
  readonly starts: Int32Array;
  /** Providers of the rare terms, term after term, ascending. */
  readonly providers: Int32Array;
  /** Providers of the frequent terms, by ascending term. */
  readonly frequent: ReadonlyMap<number, Bits>;
}

/**
 * Inverts lists of terms per provider into providers per term.
 *
 * @param counts the number of providers with each term
 */
export function postingsOf(lists: Lists, counts: Int32Array): Postings {
  const count = lists.starts.length - 1;
  const frequent = new Map<number, Bits>();
  const starts = new Int32Array(counts.length + 1);
  for (let term = 0; term < counts.length; term++) {
    const having = counts[term] ?? 0;
    // A list takes 32 bits for each provider with the term; a bitset, one bit for each provider.
    const isFrequent = having * 32 > count;
    if (isFrequent) frequent.set(term, noBits(count));
    starts[term + 1] = (starts[term] ?? 0) + (isFrequent ? 0 : having);
  }
  const providers = new Int32Array(starts[counts.length] ?? 0);
  /** Next free slot of each rare term. */
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

/** The providers with any of `terms`; undefined if none. Must not be modified. */
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

/** The providers with any term of the range; undefined if none. */
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

/** Writes to `counts` the number of providers in `found` with each term of the range. */
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
