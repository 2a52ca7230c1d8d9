import type { DirectoryVocabulary } from '../../../../application/ports/provider-directory.ts';
import type { FilterName } from '../../../../domain/providers/provider-search.ts';
import type { FilterValues } from './filter-values.ts';

/** Limit on the cities that words of a message are compared with. */
const maxCities = 20_000;

/**
 * The values of the directory, most frequent first.
 *
 * @param services the number of providers with each value as a service; `products` likewise
 */
export function vocabularyOf(
  { ranges, labels, totals }: FilterValues,
  services: Int32Array,
  products: Int32Array,
): DirectoryVocabulary {
  function byFrequency(name: FilterName, counts = totals): string[] {
    const { from, to } = ranges[name];
    return labels
      .slice(from, to)
      .map((label, place) => ({ label, count: counts[from + place] ?? 0 }))
      .filter(({ count }) => count > 0)
      .sort((one, other) => other.count - one.count)
      .map(({ label }) => label);
  }
  return {
    countries: byFrequency('country'),
    cities: byFrequency('city').slice(0, maxCities),
    services: byFrequency('offering', services),
    products: byFrequency('offering', products),
    industries: byFrequency('industry'),
    designations: byFrequency('designation'),
  };
}
