import type { ProviderId } from '../../domain/identifiers.ts';
import { everyProvider, type ProviderSearch } from '../../domain/providers/provider-search.ts';

/** The state of a search, without its schema. */
interface SearchPlace extends ProviderSearch {
  readonly offset: number;
  readonly ticked: readonly ProviderId[];
}

/** The search for every provider, at its first page; any card can link to it. */
export const firstSearch: SearchPlace = { ...everyProvider, offset: 0, ticked: [] };
