import { foldText } from '../../../domain/fold-text.ts';

const letters = /[\p{L}\p{M}\p{N}]+/gu;

/** The folded words of a text, in order, with repetitions: runs of letters and digits. */
export function tokenize(text: string): readonly string[] {
  return foldText(text).match(letters) ?? [];
}
