/** A word that fewer providers than this contain, whole or as a beginning, is also taken for a misspelling. */
export const rareWord = 5;

/**
 * How many slips (a letter wrong, missing, too many, or two swapped) a word is forgiven: none below 4 letters, where
 * every word is near another, and none in a word with a digit, where `E3` is not a slip of `E5`.
 */
export function slipsForgiven(word: string): 0 | 1 | 2 {
  if (word.length < 4 || /\p{N}/u.test(word)) return 0;
  return word.length < 8 ? 1 : 2;
}
