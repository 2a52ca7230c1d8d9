import type { DirectoryTerms } from './directory-terms.ts';
import type { SpellingCandidates } from './phrase-book.ts';

/** Shorter place names are candidates only where a place is expected: most short words are not places. */
const minPlaceLength = 6;

/**
 * Spelling candidates for each word, computed once per word.
 * @param placeExpected whether a place is expected at an index
 */
export function spellingCandidates(
  terms: DirectoryTerms,
  words: readonly string[],
  placeExpected: (index: number) => boolean,
): SpellingCandidates {
  const computed = new Map<number, readonly string[]>();
  return (index, depth) => {
    const word = words[index] ?? '';
    const near = computed.get(index) ?? terms.spelling.near(word);
    computed.set(index, near);
    if (depth > 0 || word.length >= minPlaceLength || placeExpected(index)) return near;
    return near.filter((candidate) => !terms.isPlaceOnly(candidate));
  };
}
