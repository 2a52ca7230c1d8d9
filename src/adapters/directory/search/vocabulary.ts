import type { DirectoryVocabulary } from '../../../application/ports.ts';
import type { FilterName } from '../../../domain/provider-search.ts';
import type { Facet } from './facet.ts';

/** A directory may have more cities than words of a message are worth being compared with. */
const mostCities = 20_000;

/** Every value of the directory, most frequent first. */
export function vocabularyOf(facets: Readonly<Record<FilterName, Facet>>): DirectoryVocabulary {
  const [services, products] = facets.offering.totalsByField;
  return {
    countries: byFrequency(facets.country),
    cities: byFrequency(facets.city).slice(0, mostCities),
    services: byFrequency(facets.offering, services),
    products: byFrequency(facets.offering, products),
    industries: byFrequency(facets.industry),
    designations: byFrequency(facets.designation),
  };
}

function byFrequency({ labels, totals }: Facet, counts = totals): readonly string[] {
  return labels
    .map((label, value) => ({ label, count: counts[value] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count)
    .map(({ label }) => label);
}
