import type {
  DirectoryVocabulary,
  Facets,
  PageRange,
} from '../../../application/ports/provider-directory.ts';
import type { ProviderSearch } from '../../../domain/providers/provider-search.ts';

/** Second argument of the search thread if indexing yields half of its CPU time. */
export const yieldMode = 'yield';

/** A request to the search thread. */
export type Question =
  | { readonly kind: 'search'; readonly search: ProviderSearch; readonly range: PageRange }
  | { readonly kind: 'find'; readonly ids: readonly string[] };

export type Request = Question & { readonly id: number };

/** Providers are sent as lines of the file, which is cheaper for both threads than objects. */
export type Answer =
  | {
      readonly kind: 'page';
      readonly total: number;
      readonly lines: readonly string[];
      readonly facets: Facets;
    }
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'failure'; readonly error: unknown };

/** `ready` is sent once, before any answer. */
export type FromWorker =
  | { readonly kind: 'ready'; readonly providers: number; readonly vocabulary: DirectoryVocabulary }
  | (Answer & { readonly id: number });
