import { type Bits, keepBits, listBits } from '../index/bitset.ts';
import type { TextMatch } from './match-text.ts';
import { type TextIndex, type WordMatch, weights } from './match-word.ts';

/**
 * The `limit` best of `found` after the first `offset`: those whose whole name was asked for, then by how well the words
 * are found; ties in the index's order, which is by name.
 */
export function rank(
  index: TextIndex,
  { words }: TextMatch,
  found: Bits,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): readonly number[] {
  const named = withWholeName(index, words, found);
  const others = found.slice();
  for (const provider of named) others[provider >>> 5] = (others[provider >>> 5] ?? 0) & ~(1 << provider);
  const needed = offset + limit;
  return [...named, ...bestByScore(words, others, needed - named.length)].slice(offset, needed);
}

/** Providers whose name has the words that were asked for and no other. */
function withWholeName(
  { nameWords }: TextIndex,
  words: readonly WordMatch[],
  found: Bits,
): readonly number[] {
  const inName = found.slice();
  for (const { findings } of words) {
    const [best] = findings;
    if (best?.weight !== weights.nameWord) return [];
    keepBits(inName, best.bits);
  }
  const whole: number[] = [];
  for (const provider of listBits(inName)) if (nameWords[provider] === words.length) whole.push(provider);
  return whole;
}

/** The first `needed` of `found`, by score and then by number, or a few more. */
function bestByScore(words: readonly WordMatch[], found: Bits, needed: number): readonly number[] {
  if (needed <= 0) return [];
  const byScore: number[][] = Array.from({ length: words.length * weights.nameWord + 1 }, () => []);
  /** Enough have this score or more: of those to come, only a higher one is of interest. */
  let floor = -1;
  /** How many have more than that. */
  let above = 0;
  for (let block = 0; block < found.length; block++) {
    let rest = found[block] ?? 0;
    if (rest === 0 || scoreWithin(words, block, rest) <= floor) continue;
    while (rest !== 0) {
      const bit = rest & -rest;
      rest ^= bit;
      const score = scoreWithin(words, block, bit);
      if (score <= floor) continue;
      byScore[score]?.push((block << 5) + 31 - Math.clz32(bit));
      above++;
      while (above >= needed) above -= byScore[++floor]?.length ?? 0;
    }
  }
  return byScore.reverse().flat();
}

/** The sum of the best ways in which the words find one of the providers `among` those of a block. For a single one, its score. */
function scoreWithin(words: readonly WordMatch[], block: number, among: number): number {
  let score = 0;
  for (const { findings } of words) {
    for (const { weight, bits } of findings) {
      if (((bits[block] ?? 0) & among) !== 0) {
        score += weight;
        break;
      }
    }
  }
  return score;
}
