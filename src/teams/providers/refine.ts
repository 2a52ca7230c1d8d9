import { pageSize } from '../../application/providers/find-providers.ts';
import { narrow, withoutFilter, type ProviderSearch } from '../../domain/providers/provider-search.ts';
import type { Refinement } from '../understanding/meaning.ts';
import type { SearchState } from './search-state.ts';

/** Refinements that lead to other results rather than to one of those shown. */
export type ResultsRefinement = Exclude<Refinement, { readonly kind: 'open' | 'contact' }>;

/** An offset beyond the last page; the search itself limits it to the last page. */
const beyondTheLast = 10_000_000;

/** Applies a refinement to a search. Any change to the results starts again at the first page. */
export function refine(state: SearchState, refinement: ResultsRefinement): SearchState {
  switch (refinement.kind) {
    case 'narrow': {
      const narrowed = { ...state, ...narrow(state, refinement.filters), offset: 0 };
      return refinement.text === undefined ? narrowed : { ...narrowed, text: refinement.text };
    }
    case 'drop':
      return { ...state, ...refinement.filters.reduce<ProviderSearch>(withoutFilter, state), offset: 0 };
    case 'clear':
      return { ...state, filters: {}, offset: 0 };
    case 'nextPage':
      return { ...state, offset: state.offset + pageSize };
    case 'previousPage':
      return { ...state, offset: Math.max(0, state.offset - pageSize) };
    case 'page':
      return { ...state, offset: refinement.page === 'last' ? beyondTheLast : offsetOf(refinement.page) };
    case 'results':
      return state;
  }
}

function offsetOf(page: number): number {
  return Math.min(Math.max(0, page - 1) * pageSize, beyondTheLast);
}
