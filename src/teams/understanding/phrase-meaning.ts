import type { FilterName, ProviderFilters } from '../../domain/providers/provider-search.ts';

/** What a phrase can mean within a search. */
export type Sense =
  /** A value that narrows the search. */
  | {
      readonly kind: 'filter';
      readonly name: FilterName;
      readonly filter: ProviderFilters;
      /** Whether it is written with a capital wherever it stands, as places and products are. */
      readonly proper: boolean;
      /** It was counted, as in “40 people”, which says more than what the value is called: “small business”. */
      readonly counted?: true;
    }
  /** Says that something is looked for. */
  | { readonly kind: 'seek' }
  /** Says that what is on show is to be narrowed. */
  | { readonly kind: 'only' }
  /** Says nothing about what is looked for. */
  | { readonly kind: 'small' };

export type FilterSense = Extract<Sense, { kind: 'filter' }>;
