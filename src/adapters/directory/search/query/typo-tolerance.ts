import { typosForgiven } from '../../../../domain/edit-distance.ts';

/** A word that fewer providers than this contain, whole or as a beginning, is also taken for a misspelling. */
export const rareWord = 5;

/** How many typos a word is forgiven: none where it has a digit, as `E3` is no typo of `E5`. */
export function typosForgivenIn(word: string): 0 | 1 | 2 {
  return /\p{N}/u.test(word) ? 0 : typosForgiven(word.length);
}
