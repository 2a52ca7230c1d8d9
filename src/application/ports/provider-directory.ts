import type { ProviderId } from '../../domain/identifiers.ts';
import type { FilterName, ProviderSearch } from '../../domain/providers/provider-search.ts';
import type { Provider } from '../../domain/providers/provider.ts';

export interface FacetCount {
  readonly value: string;
  /** Providers that would be found if this value replaced the facet's filter. */
  readonly count: number;
}

/**
 * For each requested filter, the values that exist under the text and the *other* filters; most frequent
 * first, 100 at most.
 */
export type Facets = Readonly<Record<FilterName, readonly FacetCount[]>>;

/** Which part of the results to return. `offset` and `limit` count providers. */
export interface PageRange {
  readonly offset: number;
  readonly limit: number;
  /** The filters whose values to count, which takes longer than the search; default: all. */
  readonly facets?: readonly FilterName[];
}

export interface ProviderPage {
  readonly total: number;
  readonly providers: readonly Provider[];
  readonly facets: Facets;
}

/** Every value in the directory, most frequent first; used to interpret words. */
export interface DirectoryVocabulary {
  readonly countries: readonly string[];
  readonly cities: readonly string[];
  readonly services: readonly string[];
  readonly products: readonly string[];
  readonly industries: readonly string[];
  readonly designations: readonly string[];
}

/**
 * The providers that can be found. Every call throws `DomainError('directory-unavailable')` while none is loaded.
 */
export interface ProviderDirectory {
  /** Exact and name matches first; typos, accents and prefixes forgiven. */
  search(search: ProviderSearch, range: PageRange): Promise<ProviderPage>;
  /** Those of `ids` that exist, in the order given. */
  find(ids: readonly ProviderId[]): Promise<readonly Provider[]>;
  /** Changes only when another directory is loaded; the same object until then. */
  vocabulary(): Promise<DirectoryVocabulary>;
}
