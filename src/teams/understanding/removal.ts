import { inEveryLanguage } from './lexicons.ts';
import type { DirectoryTerms } from './directory-terms.ts';
import type { Meaning } from './meaning.ts';
import { isCourtesy } from './courtesy.ts';
import { PhraseBook } from './phrase-book.ts';
import { respellings } from './respell.ts';
import { foldedWords, writtenText, type Word } from './words.ts';

const book = new PhraseBook<true>();
for (const phrase of inEveryLanguage(({ removal }) => removal)) book.add(foldedWords(phrase), true);

/** What “remove delegated permissions from Fabrikam” means, politeness before it aside; what follows is the partner’s name. */
export function removalIn(words: readonly Word[], terms: DirectoryTerms): Meaning | undefined {
  const folded = words.map((word) => word.folded);
  const polite = folded.findIndex((word) => !isCourtesy(word));
  const from = Math.max(0, polite);
  const slips = respellings(terms, folded, () => false);
  const found = book.longest(folded, from, slips);
  if (found === undefined) return undefined;
  const named = [...words.keys()].slice(from + found.length);
  return { kind: 'removePermissions', partner: writtenText(words, named) };
}
