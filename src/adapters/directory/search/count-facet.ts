import type { FacetCount } from '../../../application/ports.ts';
import { allBits, countBits, keepBits, listBits } from './bits.ts';
import type { Bits } from './bits.ts';
import { countValues, findValue } from './facet.ts';
import type { Facet } from './facet.ts';

/** The most values of one facet that anybody is shown. */
const mostValues = 100;

/** Some of the providers; whichever list is shorter is the one that is counted over. */
export interface Selection {
  readonly providers: Int32Array;
  /** Whether `providers` are all the *others*. */
  readonly isInverted: boolean;
}

/** @param bits undefined stands for every provider */
export function select(bits: Bits | undefined, providers: number): Selection {
  if (!bits) return { providers: new Int32Array(0), isInverted: true };
  const count = countBits(bits);
  if (count * 2 <= providers) return { providers: listBits(bits, count), isInverted: false };
  const others = bits.map((block) => ~block);
  keepBits(others, allBits(providers));
  return { providers: listBits(others, providers - count), isInverted: true };
}

/** The values of a facet that the selected providers have, most frequent first, and the selected value in any case. */
export function countFacet(
  facet: Facet,
  selection: Selection,
  wanted: string | undefined,
): readonly FacetCount[] {
  const counts = countValues(facet, selection.providers);
  if (selection.isInverted) {
    for (let value = 0; value < counts.length; value++) {
      counts[value] = (facet.totals[value] ?? 0) - (counts[value] ?? 0);
    }
  }
  const shown = mostFrequent(counts).map((value) => countOf(facet, counts, value));
  if (wanted === undefined) return shown;
  const selected = findValue(facet, wanted);
  const entry = selected === undefined ? { value: wanted, count: 0 } : countOf(facet, counts, selected);
  if (shown.some(({ value }) => value === entry.value)) return shown;
  return [...shown.slice(0, mostValues - 1), entry];
}

function countOf({ labels }: Facet, counts: Int32Array, value: number): FacetCount {
  return { value: labels[value] ?? '', count: counts[value] ?? 0 };
}

function mostFrequent(counts: Int32Array): readonly number[] {
  const least = leastShown(counts);
  const values: number[] = [];
  for (let value = 0; value < counts.length; value++) if ((counts[value] ?? 0) >= least) values.push(value);
  return values.sort((one, other) => (counts[other] ?? 0) - (counts[one] ?? 0)).slice(0, mostValues);
}

/** The count that a value needs to be among the most frequent ones: 1, unless there are too many values. */
function leastShown(counts: Int32Array): number {
  if (counts.length <= mostValues) return 1;
  const sorted = counts.slice().sort();
  return Math.max(1, sorted[sorted.length - mostValues] ?? 1);
}
