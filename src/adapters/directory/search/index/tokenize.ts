import { foldText } from '../../../../domain/fold-text.ts';
import { searchTextLimit } from '../../../../domain/providers/provider-search.ts';

const letters = /[\p{L}\p{M}\p{N}]+/gu;
/** The same for ASCII, which most texts fold to, several times faster. */
const asciiLetters = /[a-z0-9]+/g;
const beyondAscii = /[^\0-\x7f]/;

/** The folded words of a text (runs of letters and digits), in order, with duplicates. */
export function tokenize(text: string): readonly string[] {
  const folded = foldText(text);
  return folded.match(beyondAscii.test(folded) ? letters : asciiLetters) ?? [];
}

/** More words make a search slower, not better. */
const maxWords = 16;

/**
 * The distinct words of a query, in order. None if the text has no letter or digit: such a query matches everything.
 */
export function queryWords(text: string): readonly string[] {
  return [...new Set(tokenize(text.slice(0, searchTextLimit)))].slice(0, maxWords);
}
