import type { DirectoryTerms } from './directory-terms.ts';
import type { SpellingCandidates } from './phrase-book.ts';

/** Names of places shorter than this are guessed from a slip only where a place is expected: most short words are none. */
const shortestGuessedPlace = 6;

/**
 * What each word may have been meant to be, asked at most once a word.
 * @param placeExpected whether the word at an index stands where a place does
 */
export function spellingCandidates(
  terms: DirectoryTerms,
  words: readonly string[],
  placeExpected: (index: number) => boolean,
): SpellingCandidates {
  const asked = new Map<number, readonly string[]>();
  return (index, depth) => {
    const word = words[index] ?? '';
    const near = asked.get(index) ?? terms.spelling.near(word);
    asked.set(index, near);
    if (depth > 0 || word.length >= shortestGuessedPlace || placeExpected(index)) return near;
    return near.filter((candidate) => !terms.isPlaceOnly(candidate));
  };
}
