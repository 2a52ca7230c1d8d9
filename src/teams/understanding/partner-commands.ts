import type { DirectoryTerms } from './directory-terms.ts';
import type { Meaning } from './meaning.ts';
import { PhraseBook } from './phrase-book.ts';
import { isCourtesy } from './politeness.ts';
import { spellingCandidates } from './spelling-candidates.ts';
import { inEveryLanguage, writtenText, type Word, foldedWords } from './words.ts';

/**
 * The name after a phrase of the book, as written, ignoring politeness before and after.
 * @returns empty if nothing follows; undefined if the words do not start with such a phrase
 */
function nameAfter(
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
    spellingCandidates(terms, folded, () => false),
  );
  if (found === undefined) return undefined;
  const end = folded.findLastIndex((word) => !isCourtesy(word)) + 1;
  return writtenText(words, [...words.keys()].slice(from + found.length, end));
}

const historyPhrases = new PhraseBook<true>();
for (const phrase of inEveryLanguage(({ history }) => history)) historyPhrases.add(foldedWords(phrase), true);

/** The meaning of “history of Fabrikam”, ignoring politeness. */
export function historyIn(words: readonly Word[], terms: DirectoryTerms): Meaning | undefined {
  const partner = nameAfter(historyPhrases, words, terms);
  return partner === undefined ? undefined : { kind: 'history', partner };
}

const removalPhrases = new PhraseBook<true>();
for (const phrase of inEveryLanguage(({ removal }) => removal)) removalPhrases.add(foldedWords(phrase), true);

/**
 * The meaning of “remove delegated permissions from Fabrikam”, ignoring politeness; what follows is the partner’s name.
 */
export function removalIn(
  words: readonly Word[],
  terms: DirectoryTerms,
): Extract<Meaning, { readonly kind: 'removePermissions' }> | undefined {
  const partner = nameAfter(removalPhrases, words, terms);
  return partner === undefined ? undefined : { kind: 'removePermissions', partner };
}

const cancellationPhrases = new PhraseBook<true>();
for (const phrase of inEveryLanguage(({ cancellation }) => cancellation))
  cancellationPhrases.add(foldedWords(phrase), true);

/** The meaning of “cancel all invitations from Fabrikam”, ignoring politeness; what follows names whose. */
export function cancellationIn(words: readonly Word[], terms: DirectoryTerms): Meaning | undefined {
  const name = nameAfter(cancellationPhrases, words, terms);
  return name === undefined ? undefined : { kind: 'cancelInvitations', name };
}
