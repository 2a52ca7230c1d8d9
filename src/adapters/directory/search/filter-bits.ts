import type { FilterName, ProviderFilters } from '../../../domain/provider-search.ts';
import { filterNames } from '../../../domain/provider-search.ts';
import { noBits } from './bits.ts';
import type { Bits } from './bits.ts';
import { findValue, havingValue } from './facet.ts';
import type { Facet } from './facet.ts';

/** For each filter in force, the providers that it lets through. */
export function filterBits(
  facets: Readonly<Record<FilterName, Facet>>,
  filters: ProviderFilters,
  providers: number,
): ReadonlyMap<FilterName, Bits> {
  const bits = new Map<FilterName, Bits>();
  for (const name of filterNames) {
    const wanted = filters[name];
    if (wanted === undefined) continue;
    const value = findValue(facets[name], wanted);
    bits.set(name, value === undefined ? noBits(providers) : havingValue(facets[name], value, providers));
  }
  return bits;
}
