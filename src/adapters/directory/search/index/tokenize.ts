import { foldText } from '../../../../domain/fold-text.ts';
import { searchTextLimit } from '../../../../domain/providers/provider-search.ts';

const letters = /[\p{L}\p{M}\p{N}]+/gu;
/** The same, several times faster, for what most texts fold to. */
const asciiLetters = /[a-z0-9]+/g;
const beyondAscii = /[^\0-\x7f]/;

/** The folded words of a text, in order, with repetitions: runs of letters and digits. */
export function tokenize(text: string): readonly string[] {
  const folded = foldText(text);
  return folded.match(beyondAscii.test(folded) ? letters : asciiLetters) ?? [];
}

/** More words than this make no search better, only slower. */
const maxWords = 16;

/** The distinct words that a search looks for, in order. None where the text has no letter or digit: such a search finds everything. */
export function queryWords(text: string): readonly string[] {
  return [...new Set(tokenize(text.slice(0, searchTextLimit)))].slice(0, maxWords);
}
