import type { FilterName, ProviderFilters } from '../../domain/providers/provider-search.ts';

/** What a phrase can mean within a search. */
export type Sense =
  /** A value that narrows the search. */
  | {
      readonly kind: 'filter';
      readonly name: FilterName;
      readonly filter: ProviderFilters;
      /** Whether it is always capitalised, as places and products are. */
      readonly proper: boolean;
      /** It is a number (“40 people”), which takes precedence over a name (“small business”). */
      readonly counted?: true;
    }
  /** Asks to find something. */
  | { readonly kind: 'seek' }
  /** Asks to narrow what is on show. */
  | { readonly kind: 'only' }
  /** A filler word. */
  | { readonly kind: 'small' };

export type FilterSense = Extract<Sense, { kind: 'filter' }>;
