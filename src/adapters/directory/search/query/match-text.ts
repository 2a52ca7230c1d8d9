import { addBits, countBits, keepBits, noBits, type Bits } from '../index/bitset.ts';
import { matchWord, type TextIndex, type WordMatch } from './match-word.ts';

/** What a text finds, whatever the filters. */
export interface TextMatch {
  readonly words: readonly WordMatch[];
  readonly all: Bits;
}

/** The providers that have all the words; where there is none, those that have the most of them. */
export function matchText(index: TextIndex, words: readonly string[]): TextMatch {
  const matches = words.map((word) => matchWord(index, word));
  const [first, ...others] = matches;
  if (first && others.length === 0) return { words: matches, all: first.all };
  const all = first?.all.slice() ?? noBits(index.providers);
  for (const match of others) keepBits(all, match.all);
  return { words: matches, all: countBits(all, 1) > 0 ? all : withMostWords(matches, index.providers) };
}

function withMostWords(matches: readonly WordMatch[], providers: number): Bits {
  /** At place n, the providers that have more than n of the words looked at so far. */
  const levels: Bits[] = [];
  for (const match of matches) {
    const reached = noBits(providers);
    levels.push(reached);
    for (let level = levels.length - 1; level > 0; level--) {
      const step = (levels[level - 1] ?? reached).slice();
      keepBits(step, match.all);
      addBits(levels[level] ?? reached, step);
    }
    addBits(levels[0] ?? reached, match.all);
  }
  return levels.findLast((level) => countBits(level, 1) > 0) ?? noBits(providers);
}
