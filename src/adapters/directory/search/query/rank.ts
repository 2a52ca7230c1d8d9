import { type Bits, intersectBits, listBits } from '../index/bitset.ts';
import type { TextMatch } from './match-text.ts';
import { type TextIndex, type WordMatch, weights } from './match-word.ts';

/**
 * The `limit` best of `found` after the first `offset`: exact names first, then by score; ties in the index's order,
 * which is by name.
 */
export function rank(
  index: TextIndex,
  { words }: TextMatch,
  found: Bits,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): readonly number[] {
  const exact = withExactName(index, words, found);
  const others = found.slice();
  for (const provider of exact) others[provider >>> 5] = (others[provider >>> 5] ?? 0) & ~(1 << provider);
  const needed = offset + limit;
  return [...exact, ...bestByScore(words, others, needed - exact.length)].slice(offset, needed);
}

/** Providers whose name consists of exactly the query words. */
function withExactName(
  { nameWords }: TextIndex,
  words: readonly WordMatch[],
  found: Bits,
): readonly number[] {
  const inName = found.slice();
  for (const { findings } of words) {
    const [best] = findings;
    if (best?.weight !== weights.nameWord) return [];
    intersectBits(inName, best.bits);
  }
  const whole: number[] = [];
  for (const provider of listBits(inName)) if (nameWords[provider] === words.length) whole.push(provider);
  return whole;
}

/** At least the first `needed` of `found`, by score and then by number. */
function bestByScore(words: readonly WordMatch[], found: Bits, needed: number): readonly number[] {
  if (needed <= 0) return [];
  const byScore: number[][] = Array.from({ length: words.length * weights.nameWord + 1 }, () => []);
  /** Enough providers have this score or more: only higher ones still matter. */
  let floor = -1;
  /** Number of providers above `floor`. */
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

/** Upper bound on the scores of the providers `among` those of a block; for a single provider, its exact score. */
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
