import type { ExportFormat } from '../../domain/history/export-format.ts';
import type { Language } from '../../domain/language.ts';
import type { FilterName, ProviderFilters, ProviderSearch } from '../../domain/providers/provider-search.ts';

/** What a person meant by what they typed. */
export type Meaning =
  /** A new search, with the filters that the words carry. */
  | { readonly kind: 'find'; readonly search: ProviderSearch }
  /** Something about the search on show; only where one is open. */
  | { readonly kind: 'refine'; readonly change: Refinement }
  | { readonly kind: 'help' }
  | { readonly kind: 'greeting' }
  | { readonly kind: 'language'; readonly language: Language }
  | { readonly kind: 'myRequests' }
  | { readonly kind: 'invitations'; readonly which: 'pending' | 'decided' }
  /** Who has access; of those with delegated permissions alone where they were asked for. */
  | { readonly kind: 'partners'; readonly onlyDelegated: boolean }
  /** Go through the partners that have delegated permissions, one by one. */
  | { readonly kind: 'reviewPartners' }
  /** What happened, with one partner where it was named; empty where it was not. */
  | { readonly kind: 'history'; readonly partner: string }
  /** The whole history as a file. */
  | { readonly kind: 'exportHistory'; readonly format: ExportFormat }
  /** Take delegated permissions away from a partner, by what it was called; empty where it was not named. */
  | { readonly kind: 'removePermissions'; readonly partner: string }
  /** This chat is to be told of invitations, or no longer. */
  | { readonly kind: 'notifyHere' }
  | { readonly kind: 'stopNotifying' }
  /** Not understood. The words can be offered as a search; its text is empty where there was not one word. */
  | { readonly kind: 'unknown'; readonly search: ProviderSearch };

/** One of the results on show, counted from 1. It may lie beyond them. */
export type OrdinalReference = number | 'last';

/** What to do with the search on show. */
export type Refinement =
  /** Lay these filters over the search's own; a text takes the place of the search's. */
  | { readonly kind: 'narrow'; readonly filters: ProviderFilters; readonly text?: string }
  | { readonly kind: 'drop'; readonly filters: readonly FilterName[] }
  | { readonly kind: 'clear' }
  | { readonly kind: 'open'; readonly position: OrdinalReference }
  /** Without positions: those that are ticked, or the one whose details are open. */
  | { readonly kind: 'contact'; readonly references: readonly OrdinalReference[] | 'all' }
  | { readonly kind: 'nextPage' }
  | { readonly kind: 'previousPage' }
  | { readonly kind: 'page'; readonly page: OrdinalReference }
  /** Back from details to the results. */
  | { readonly kind: 'results' };
