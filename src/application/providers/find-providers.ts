import { DomainError } from '../../domain/domain-error.ts';
import type { ProviderId } from '../../domain/identifiers.ts';
import {
  activeFilters,
  withoutFilter,
  type FilterName,
  type ProviderSearch,
} from '../../domain/providers/provider-search.ts';
import type { Provider } from '../../domain/providers/provider.ts';
import type { ProviderDirectory, ProviderPage } from '../ports/provider-directory.ts';

/** How many providers a page shows. */
export const pageSize = 5;

/** The filters whose values a page offers; city and designation are set by text only. */
export const offeredFilters = [
  'country',
  'offering',
  'function',
  'industry',
  'size',
] as const satisfies readonly FilterName[];

/** One page of what a search found. */
export interface FoundProviders extends ProviderPage {
  readonly search: ProviderSearch;
  /**
   * Where the page starts, counted in providers: as requested, or at the last page if that lies beyond the end.
   */
  readonly offset: number;
  /** If nothing was found: what to drop, and how many providers that would find; only what finds some. */
  readonly relaxations: readonly Relaxation[];
}

export interface Relaxation {
  readonly dropped: FilterName | 'text';
  readonly search: ProviderSearch;
  readonly total: number;
}

/**
 * Searches the directory and reads the page that starts at `offset`.
 * @throws DomainError `directory-unavailable` while no directory is loaded
 */
export async function findProviders(
  { directory }: { readonly directory: ProviderDirectory },
  search: ProviderSearch,
  offset = 0,
): Promise<FoundProviders> {
  const page = await directory.search(search, { offset, limit: pageSize, facets: offeredFilters });
  if (page.total === 0) {
    return { ...page, search, offset: 0, relaxations: await relaxationsOf(directory, search) };
  }
  if (offset < page.total) return { ...page, search, offset, relaxations: [] };
  const lastPage = Math.floor((page.total - 1) / pageSize) * pageSize;
  return {
    ...(await directory.search(search, { offset: lastPage, limit: pageSize, facets: offeredFilters })),
    search,
    offset: lastPage,
    relaxations: [],
  };
}

async function relaxationsOf(directory: ProviderDirectory, search: ProviderSearch): Promise<Relaxation[]> {
  const candidates = activeFilters(search).map((dropped) => ({
    dropped,
    search: withoutFilter(search, dropped),
  }));
  const withoutText = { dropped: 'text' as const, search: { ...search, text: '' } };
  const counted = await Promise.all(
    [...candidates, ...(search.text === '' ? [] : [withoutText])].map(async (candidate) => ({
      ...candidate,
      total: (await directory.search(candidate.search, { offset: 0, limit: 1, facets: [] })).total,
    })),
  );
  return counted.filter(({ total }) => total > 0);
}

interface Ports {
  readonly directory: ProviderDirectory;
}

/** Reads one provider. @throws DomainError `provider-not-found` if it is no longer listed */
export async function openProvider({ directory }: Ports, id: ProviderId): Promise<Provider> {
  const [provider] = await directory.find([id]);
  if (provider === undefined) throw new DomainError('provider-not-found', {});
  return provider;
}
