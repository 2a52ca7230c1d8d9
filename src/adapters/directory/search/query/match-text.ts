import { addBits, countBits, intersectBits, noBits, type Bits } from '../index/bitset.ts';
import { matchWord, type TextIndex, type WordMatch } from './match-word.ts';

/** The matches of a text, regardless of filters. */
export interface TextMatch {
  readonly words: readonly WordMatch[];
  readonly all: Bits;
}

/** The providers that match all words, or else those that match the most. */
export function matchText(index: TextIndex, words: readonly string[]): TextMatch {
  const matches = words.map((word) => matchWord(index, word));
  const [first, ...others] = matches;
  if (first && others.length === 0) return { words: matches, all: first.all };
  const all = first?.all.slice() ?? noBits(index.providers);
  for (const match of others) intersectBits(all, match.all);
  return { words: matches, all: countBits(all, 1) > 0 ? all : matchingMostWords(matches, index.providers) };
}

function matchingMostWords(matches: readonly WordMatch[], providers: number): Bits {
  /** At index n, the providers that match more than n of the words so far. */
  const levels: Bits[] = [];
  for (const match of matches) {
    const reached = noBits(providers);
    levels.push(reached);
    for (let level = levels.length - 1; level > 0; level--) {
      const step = (levels[level - 1] ?? reached).slice();
      intersectBits(step, match.all);
      addBits(levels[level] ?? reached, step);
    }
    addBits(levels[0] ?? reached, match.all);
  }
  return levels.findLast((level) => countBits(level, 1) > 0) ?? noBits(providers);
}
