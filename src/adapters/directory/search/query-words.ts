import { searchTextLimit } from '../../../domain/providers/provider-search.ts';
import { tokenize } from './index/tokenize.ts';

/** More words than this make no search better, only slower. */
const mostWords = 16;

/** The distinct words that a search looks for, in order. None where the text has no letter or digit: such a search finds everything. */
export function queryWords(text: string): readonly string[] {
  return [...new Set(tokenize(text.slice(0, searchTextLimit)))].slice(0, mostWords);
}
