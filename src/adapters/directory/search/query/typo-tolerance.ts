import { typosForgiven } from '../../../../domain/edit-distance.ts';

/** A word that fewer providers match, exactly or as a prefix, is also matched with typos. */
export const rareWord = 5;

/** Number of typos allowed in a word: none if it contains a digit, as `E3` is not a typo of `E5`. */
export function typosForgivenIn(word: string): 0 | 1 | 2 {
  return /\p{N}/u.test(word) ? 0 : typosForgiven(word.length);
}
