import type { DirectoryTerms } from './directory-terms.ts';
import type { PhraseBook } from './phrase-book.ts';
import { isCourtesy } from './politeness.ts';
import { respellings } from './spelling-candidates.ts';
import { writtenText, type Word } from './words.ts';

/**
 * The name that follows a phrase of the book, as it was written, politeness before the phrase and after the name aside.
 * @returns empty where nothing follows; undefined where the words do not begin with such a phrase
 */
export function nameAfter(
  book: PhraseBook<true>,
  words: readonly Word[],
  terms: DirectoryTerms,
): string | undefined {
  const folded = words.map((word) => word.folded);
  const from = Math.max(
    0,
    folded.findIndex((word) => !isCourtesy(word)),
  );
  const found = book.longest(
    folded,
    from,
    respellings(terms, folded, () => false),
  );
  if (found === undefined) return undefined;
  const end = folded.findLastIndex((word) => !isCourtesy(word)) + 1;
  return writtenText(words, [...words.keys()].slice(from + found.length, end));
}
