import { addBits, noBits, setBit } from './bits.ts';
import type { Bits } from './bits.ts';
import type { TermRange } from './term-dictionary.ts';

/** Which providers have each term in one field. A term of many providers is kept as bits, which take less room and time. */
export interface Postings {
  /** Where the providers of each term begin in `providers`; the last entry is where they end. */
  readonly starts: Int32Array;
  /** Providers of the rare terms, term after term, ascending. */
  readonly providers: Int32Array;
  /** Providers of the frequent terms, by ascending term. */
  readonly frequent: ReadonlyMap<number, Bits>;
}

/** The terms that the providers have in a field, in the order in which they were read. */
export interface FieldTerms {
  readonly terms: Int32Array;
  /** For each provider, where its terms end in `terms`. */
  readonly ends: Int32Array;
}

/**
 * Turns "which terms has a provider" into "which providers have a term".
 *
 * @param placeOf the place in the dictionary of each term of `field`
 * @param readAs for each provider of the index, its number in the order of reading
 */
export function postingsOf(field: FieldTerms, placeOf: Int32Array, readAs: Int32Array): Postings {
  const { terms, ends } = field;
  const counts = new Int32Array(placeOf.length);
  for (const term of terms) {
    const place = placeOf[term] ?? 0;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  const frequent = new Map<number, Bits>();
  const starts = new Int32Array(placeOf.length + 1);
  for (let place = 0; place < placeOf.length; place++) {
    const count = counts[place] ?? 0;
    const isFrequent = count > 32 && count * 32 > readAs.length;
    if (isFrequent) frequent.set(place, noBits(readAs.length));
    starts[place + 1] = (starts[place] ?? 0) + (isFrequent ? 0 : count);
  }
  const providers = new Int32Array(starts[placeOf.length] ?? 0);
  const next = starts.slice();
  for (let provider = 0; provider < readAs.length; provider++) {
    const read = readAs[provider] ?? 0;
    const end = ends[read] ?? 0;
    for (let at = read === 0 ? 0 : (ends[read - 1] ?? 0); at < end; at++) {
      const place = placeOf[terms[at] ?? 0] ?? 0;
      const slot = next[place] ?? 0;
      if (starts[place] !== starts[place + 1]) {
        providers[slot] = provider;
        next[place] = slot + 1;
      } else {
        const bits = frequent.get(place);
        if (bits) setBit(bits, provider);
      }
    }
  }
  return { starts, providers, frequent };
}

/** The providers that have one of `places`; undefined where none has. Not to be written to. */
export function havingTerms(
  postings: Postings,
  places: readonly number[],
  providers: number,
): Bits | undefined {
  const [only, ...others] = places;
  if (only !== undefined && others.length === 0 && postings.frequent.has(only))
    return postings.frequent.get(only);
  let bits: Bits | undefined;
  for (const place of places) {
    bits = addRare(postings, place, place + 1, bits, providers);
    const having = postings.frequent.get(place);
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
  for (const [place, having] of postings.frequent) {
    if (place >= to) break;
    if (place >= from) addBits((bits ??= noBits(providers)), having);
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
