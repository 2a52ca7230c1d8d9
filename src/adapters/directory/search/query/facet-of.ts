import type { FacetCount } from '../../../../application/ports/provider-directory.ts';
import type { FilterName } from '../../../../domain/providers/provider-search.ts';
import { findValue, type FilterValues } from '../index/filter-values.ts';
import type { TermRange } from '../index/term-dictionary.ts';

/** Maximum number of values in a facet. */
const maxValues = 100;

/**
 * The values of a facet with a nonzero count, most frequent first, always including the selected value.
 *
 * @param counts by the number of the value
 */
export function facetOf(
  values: FilterValues,
  name: FilterName,
  counts: Int32Array,
  wanted: string | undefined,
): readonly FacetCount[] {
  const entryOf = (value: number): FacetCount => ({
    value: values.labels[value] ?? '',
    count: counts[value] ?? 0,
  });
  const shown = mostFrequent(counts, values.ranges[name]).map(entryOf);
  if (wanted === undefined) return shown;
  const selected = findValue(values, name, wanted);
  const entry = selected === undefined ? { value: wanted, count: 0 } : entryOf(selected);
  if (shown.some(({ value }) => value === entry.value)) return shown;
  return [...shown.slice(0, maxValues - 1), entry];
}

function mostFrequent(counts: Int32Array, { from, to }: TermRange): readonly number[] {
  const minimum = minShown(counts.subarray(from, to));
  const numbers: number[] = [];
  for (let value = from; value < to; value++) if ((counts[value] ?? 0) >= minimum) numbers.push(value);
  return numbers.sort((one, other) => (counts[other] ?? 0) - (counts[one] ?? 0)).slice(0, maxValues);
}

/** The minimum count of a value in the facet: 1, unless there are too many values. */
function minShown(counts: Int32Array): number {
  if (counts.length <= maxValues) return 1;
  const sorted = counts.slice().sort();
  return Math.max(1, sorted[sorted.length - maxValues] ?? 1);
}
