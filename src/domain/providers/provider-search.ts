import type { SolutionProviderFunction } from '../solution-provider-function.ts';
import type { OrganizationSize } from './organization-size.ts';

/** The filters of a search. `offering` is a service or a product; `city` without `country` matches in any country. */
export interface ProviderFilters {
  readonly country?: string;
  readonly city?: string;
  readonly offering?: string;
  readonly function?: SolutionProviderFunction;
  readonly industry?: string;
  readonly size?: OrganizationSize;
  readonly designation?: string;
}

export const filterNames = [
  'country',
  'city',
  'offering',
  'function',
  'industry',
  'size',
  'designation',
] as const;
export type FilterName = (typeof filterNames)[number];

/** A search by free text and filters. Both empty means every provider. */
export interface ProviderSearch {
  readonly text: string;
  readonly filters: ProviderFilters;
}

export const everyProvider: ProviderSearch = { text: '', filters: {} };

/** Longer text is truncated. Characters. */
export const searchTextLimit = 200;

/** The search with `changes` merged into its filters. A new city or country replaces both the old city and country. */
export function narrow(search: ProviderSearch, changes: ProviderFilters): ProviderSearch {
  const { country, city, ...others } = search.filters;
  const namesPlace = changes.country !== undefined || changes.city !== undefined;
  const place = { ...(country !== undefined && { country }), ...(city !== undefined && { city }) };
  return { ...search, filters: { ...others, ...(namesPlace ? {} : place), ...changes } };
}

/** The search without one of its filters. */
export function withoutFilter(search: ProviderSearch, name: FilterName): ProviderSearch {
  const filters = Object.fromEntries(Object.entries(search.filters).filter(([key]) => key !== name));
  return { ...search, filters };
}

/** The filters that are set, in the order of `filterNames`. */
export function activeFilters(search: ProviderSearch): FilterName[] {
  return filterNames.filter((name) => search.filters[name] !== undefined);
}
