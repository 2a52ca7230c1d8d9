import { foldText } from '../../../../domain/fold-text.ts';

const letters = /[\p{L}\p{M}\p{N}]+/gu;
/** The same, several times faster, for what most texts fold to. */
const asciiLetters = /[a-z0-9]+/g;
const beyondAscii = /[^\0-\x7f]/;

/** The folded words of a text, in order, with repetitions: runs of letters and digits. */
export function tokenize(text: string): readonly string[] {
  const folded = foldText(text);
  return folded.match(beyondAscii.test(folded) ? letters : asciiLetters) ?? [];
}
