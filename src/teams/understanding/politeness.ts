import { inEveryLanguage, foldedWords } from './words.ts';

const courtesies = new Set(inEveryLanguage(({ courtesy }) => courtesy).flatMap(foldedWords));

/** The words without politeness; all of them if nothing would remain, as in “thank you”. */
export function withoutCourtesy(words: readonly string[]): readonly string[] {
  const rest = words.filter((word) => !courtesies.has(word));
  return rest.length === 0 ? words : rest;
}

/** Whether the word is a polite one around a request. */
export function isCourtesy(word: string): boolean {
  return courtesies.has(word);
}
