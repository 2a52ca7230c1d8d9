import type {
  DirectoryVocabulary,
  Facets,
  PageRange,
} from '../../../application/ports/provider-directory.ts';
import type { ProviderSearch } from '../../../domain/providers/provider-search.ts';

/** The search thread's second argument where it rests as long as it works while it indexes. */
export const yielding = 'gently';

/** What the search thread can be asked. */
export type Question =
  | { readonly kind: 'search'; readonly search: ProviderSearch; readonly range: PageRange }
  | { readonly kind: 'find'; readonly ids: readonly string[] };

export type Request = Question & { readonly id: number };

/** Providers travel as the lines of the file, which cost both threads less than objects. */
export type Answer =
  | {
      readonly kind: 'page';
      readonly total: number;
      readonly lines: readonly string[];
      readonly facets: Facets;
    }
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'failure'; readonly error: unknown };

/** `ready` comes once, before any answer. */
export type FromWorker =
  | { readonly kind: 'ready'; readonly providers: number; readonly vocabulary: DirectoryVocabulary }
  | (Answer & { readonly id: number });
