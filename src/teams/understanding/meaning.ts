import type { ExportFormat } from '../../domain/history/export-format.ts';
import type { Language } from '../../domain/language.ts';
import type { FilterName, ProviderFilters, ProviderSearch } from '../../domain/providers/provider-search.ts';

/** What a person meant by what they typed. */
export type Meaning =
  /** A new search, with the filters that the words carry. */
  | { readonly kind: 'find'; readonly search: ProviderSearch }
  /** A change to the open search. */
  | { readonly kind: 'refine'; readonly change: Refinement }
  | { readonly kind: 'help' }
  | { readonly kind: 'greeting' }
  | { readonly kind: 'language'; readonly language: Language }
  | { readonly kind: 'myRequests' }
  | { readonly kind: 'invitations'; readonly which: 'pending' | 'decided' }
  /** Who has access; optionally only those with delegated permissions. */
  | { readonly kind: 'partners'; readonly onlyDelegated: boolean }
  /** Review the partners with delegated permissions, one by one. */
  | { readonly kind: 'reviewPartners' }
  /** Changes in the tenant that nobody decided here, or called expected. */
  | { readonly kind: 'changes' }
  /** How the link to Microsoft 365 stands. */
  | { readonly kind: 'setup' }
  /** The history, of one partner if named; empty otherwise. */
  | { readonly kind: 'history'; readonly partner: string }
  /** The whole history as a file; `excel`: for Excel in the person's language. */
  | { readonly kind: 'exportHistory'; readonly format: ExportFormat | 'excel' }
  /** Remove a partner's delegated permissions, by the name used; empty if none was given. */
  | { readonly kind: 'removePermissions'; readonly partner: string }
  /** Cancel several invitations, by the name of a partner or of who pasted them; empty if none was given. */
  | { readonly kind: 'cancelInvitations'; readonly name: string }
  /** Subscribe this chat to invitations, or unsubscribe it. */
  | { readonly kind: 'notifyHere' }
  | { readonly kind: 'stopNotifying' }
  /** Not understood. The words can be offered as a search; its text is empty if there were none. */
  | { readonly kind: 'unknown'; readonly search: ProviderSearch };

/** A result on show, counted from 1; may be out of range. */
export type OrdinalReference = number | 'last';

/** What to do with the search on show. */
export type Refinement =
  /** Add these filters to the search's own; a text replaces the search's. */
  | { readonly kind: 'narrow'; readonly filters: ProviderFilters; readonly text?: string }
  | { readonly kind: 'drop'; readonly filters: readonly FilterName[] }
  | { readonly kind: 'clear' }
  | { readonly kind: 'open'; readonly position: OrdinalReference }
  /** Without references: the ticked results, or the one whose details are open. */
  | { readonly kind: 'contact'; readonly references: readonly OrdinalReference[] | 'all' }
  | { readonly kind: 'nextPage' }
  | { readonly kind: 'previousPage' }
  | { readonly kind: 'page'; readonly page: OrdinalReference }
  /** Back from details to the results. */
  | { readonly kind: 'results' };
