import type { TextIndex } from './match-word.ts';
import { weights } from './match-word.ts';
import type { TextMatch } from './match-text.ts';

/** More than any sum of words. */
const wholeName = 1000;

/**
 * The `limit` best of `found` after the first `offset`: by how well the words are found, then in the index's order,
 * which is by name.
 *
 * @param found ascending
 */
export function rank(
  index: TextIndex,
  text: TextMatch,
  found: Int32Array,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): readonly number[] {
  const scores = scoresOf(index, text, found);
  const frequency = new Map<number, number>();
  for (const score of scores) frequency.set(score, (frequency.get(score) ?? 0) + 1);
  const page: number[] = [];
  let before = 0;
  for (const [score, count] of [...frequency].sort(([one], [other]) => other - one)) {
    if (before + count > offset) {
      let skip = Math.max(0, offset - before);
      for (
        let at = scores.indexOf(score);
        at >= 0 && page.length < limit;
        at = scores.indexOf(score, at + 1)
      ) {
        if (skip > 0) skip--;
        else page.push(found[at] ?? 0);
      }
    }
    before += count;
    if (page.length >= limit) break;
  }
  return page;
}

function scoresOf(index: TextIndex, { words }: TextMatch, found: Int32Array): Uint16Array {
  const best = words.length * weights.nameWord;
  const scores = new Uint16Array(found.length);
  for (let at = 0; at < found.length; at++) {
    const provider = found[at] ?? 0;
    const block = provider >>> 5;
    const bit = 1 << provider;
    let score = 0;
    for (const { findings } of words) {
      for (const { weight, bits } of findings) {
        if (((bits[block] ?? 0) & bit) !== 0) {
          score += weight;
          break;
        }
      }
    }
    if (score === best && index.nameWords[provider] === words.length) score += wholeName;
    scores[at] = score;
  }
  return scores;
}
