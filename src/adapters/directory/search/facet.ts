import { foldText } from '../../../domain/fold-text.ts';
import { noBits, setBit } from './bits.ts';
import type { Bits } from './bits.ts';

/**
 * Which values each provider has. Providers with the same values share one set, so that counting takes one step a
 * provider however many values it has.
 */
export interface Column {
  /** For each provider, its set. */
  readonly setOf: Int32Array;
  /** For each set, where its values begin in `values`; the last entry is where they end. */
  readonly starts: Int32Array;
  readonly values: Int32Array;
}

/** The values that a filter can have, and who has them. */
export interface Facet {
  /** Sorted by what they fold to; a value is known by its place among them. */
  readonly folded: readonly string[];
  /** How each value is mostly written. */
  readonly labels: readonly string[];
  /** No value of a provider is in two columns. */
  readonly columns: readonly Column[];
  /** How many providers have each value. */
  readonly totals: Int32Array;
  /** The same for each of the fields that hold such values. */
  readonly totalsByField: readonly Int32Array[];
}

/** The place of a value, however it is accented; undefined where no provider has it. */
export function findValue(facet: Facet, value: string): number | undefined {
  const wanted = foldText(value);
  let from = 0;
  let to = facet.folded.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((facet.folded[middle] ?? '') < wanted) from = middle + 1;
    else to = middle;
  }
  return facet.folded[from] === wanted ? from : undefined;
}

/** The providers that have a value. */
export function havingValue(facet: Facet, value: number, providers: number): Bits {
  const bits = noBits(providers);
  for (const { setOf, starts, values } of facet.columns) {
    const having = new Uint8Array(starts.length - 1);
    for (let set = 0; set < having.length; set++) {
      const end = starts[set + 1] ?? 0;
      for (let at = starts[set] ?? 0; at < end; at++) if (values[at] === value) having[set] = 1;
    }
    for (let provider = 0; provider < providers; provider++) {
      if (having[setOf[provider] ?? 0] === 1) setBit(bits, provider);
    }
  }
  return bits;
}

/** How many of `providers` have each value. */
export function countValues(facet: Facet, providers: Int32Array): Int32Array {
  const counts = new Int32Array(facet.labels.length);
  for (const column of facet.columns) {
    // Sets are counted first, and their values then, unless there are more sets than providers to look at.
    if (providers.length * 4 < column.starts.length) countOneByOne(column, providers, counts);
    else countBySet(column, providers, counts);
  }
  return counts;
}

function countOneByOne({ setOf, starts, values }: Column, providers: Int32Array, counts: Int32Array): void {
  for (const provider of providers) {
    const set = setOf[provider] ?? 0;
    const end = starts[set + 1] ?? 0;
    for (let at = starts[set] ?? 0; at < end; at++) {
      const value = values[at] ?? 0;
      counts[value] = (counts[value] ?? 0) + 1;
    }
  }
}

function countBySet({ setOf, starts, values }: Column, providers: Int32Array, counts: Int32Array): void {
  const having = new Int32Array(starts.length - 1);
  for (let at = 0; at < providers.length; at++) {
    const set = setOf[providers[at] ?? 0] ?? 0;
    having[set] = (having[set] ?? 0) + 1;
  }
  for (let set = 0; set < having.length; set++) {
    const count = having[set] ?? 0;
    if (count === 0) continue;
    const end = starts[set + 1] ?? 0;
    for (let at = starts[set] ?? 0; at < end; at++) {
      const value = values[at] ?? 0;
      counts[value] = (counts[value] ?? 0) + count;
    }
  }
}
