import type { ProviderId } from '../../domain/identifiers.ts';
import { everyProvider, type ProviderSearch } from '../../domain/providers/provider-search.ts';

/** Where a person is in a search, without how it is checked. */
interface SearchPlace extends ProviderSearch {
  readonly offset: number;
  readonly ticked: readonly ProviderId[];
}

/** The search for every provider, at its first page: where any card can lead to. */
export const firstSearch: SearchPlace = { ...everyProvider, offset: 0, ticked: [] };
