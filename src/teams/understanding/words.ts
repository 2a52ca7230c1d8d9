import { foldText } from '../../domain/fold-text.ts';
import { searchTextLimit } from '../../domain/providers/provider-search.ts';
import { en } from '../../i18n/lexicon/en.ts';
import { fr } from '../../i18n/lexicon/fr.ts';
import type { Lexicon } from '../../i18n/lexicon/lexicon.ts';

/** One word of what was typed. */
export interface Word {
  readonly written: string;
  /** Without case and accents: how words are compared. */
  readonly folded: string;
  /** The text between the previous word and this one. */
  readonly gap: string;
}

/** Maximum text length read, in characters: more than anyone types, so a pasted book costs no more than a sentence. */
const readLimit = 4 * searchTextLimit;

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
};

/** The words of a text in their order: runs of letters and digits. Channels may send HTML entities; they are decoded. */
export function wordsOf(text: string): Word[] {
  const read = decoded(text.slice(0, readLimit));
  const words: Word[] = [];
  let end = 0;
  for (const match of read.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const [written] = match;
    words.push({ written, folded: foldText(written), gap: read.slice(end, match.index) });
    end = match.index + written.length;
  }
  return words;
}

/** The folded words of a phrase of the lexicon or a value of the directory. */
export function foldedWords(phrase: string): string[] {
  return foldText(phrase).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** The words as they were written; a hyphen, a dot or the like between two that stood together stays between them. */
export function writtenText(words: readonly Word[], chosen: readonly number[]): string {
  let text = '';
  let previous = -2;
  for (const index of chosen) {
    const word = words[index];
    if (word === undefined) continue;
    const joined = index === previous + 1 && !/\s/.test(word.gap);
    const next = text === '' ? word.written : text + (joined ? word.gap : ' ') + word.written;
    if (next.length > searchTextLimit) break;
    text = next;
    previous = index;
  }
  return text;
}

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,6})|#x([\da-f]{1,6})|(\w{2,8}));/gi,
    (whole, decimal, hexadecimal, name) => {
      if (typeof name === 'string') return entities[name] ?? whole;
      const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hexadecimal), 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** Every language is always understood, since people mix them. */
export const lexicons: readonly Lexicon[] = [en, fr];

/** The phrases that `choose` picks from each lexicon. */
export function inEveryLanguage(choose: (lexicon: Lexicon) => readonly string[] | undefined): string[] {
  return lexicons.flatMap((lexicon) => choose(lexicon) ?? []);
}
