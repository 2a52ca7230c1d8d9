import type { DirectoryTerms } from './directory-terms.ts';
import { inEveryLanguage } from './lexicons.ts';
import type { Meaning } from './meaning.ts';
import { nameAfter } from './partner-commands.ts';
import { PhraseBook } from './phrase-book.ts';
import { foldedWords, type Word } from './words.ts';

const book = new PhraseBook<true>();
for (const phrase of inEveryLanguage(({ removal }) => removal)) book.add(foldedWords(phrase), true);

/** What “remove delegated permissions from Fabrikam” means, politeness before it aside; what follows is the partner’s name. */
export function removalIn(words: readonly Word[], terms: DirectoryTerms): Meaning | undefined {
  const partner = nameAfter(book, words, terms);
  return partner === undefined ? undefined : { kind: 'removePermissions', partner };
}
