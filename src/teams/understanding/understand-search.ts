import type { DirectoryVocabulary } from '../../application/ports/provider-directory.ts';
import type { ProviderSearch } from '../../domain/providers/provider-search.ts';
import { termsOf } from './directory-terms.ts';
import { readSearch } from './read-search.ts';
import { wordsOf } from './words.ts';

/** The search that words stand for: what the directory's vocabulary knows becomes filters, other words its text. */
export function understandSearch(words: string, vocabulary: DirectoryVocabulary): ProviderSearch {
  return readSearch(wordsOf(words), termsOf(vocabulary)).search;
}
