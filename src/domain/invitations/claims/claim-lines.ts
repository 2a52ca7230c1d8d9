import { foldText } from '../../fold-text.ts';
import { oneLine } from '../../plain-text.ts';
import { withoutInvisible } from '../link/invisible-characters.ts';
import { withoutMailEscapes } from '../link/mail-escapes.ts';

/** A word, a number or a single mark of a line. */
export interface Token {
  readonly kind: 'word' | 'number' | 'mark';
  /** Folded; letters that imitate Latin ones count as these. A tab stands between two cells. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A line of a message: what it says, and its tokens. Cells of a table are separated by tabs. */
export interface ClaimLine {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** What is read as one line, in characters: a longer one is read in pieces. */
const maxLineLength = 1000;

const lineEnds = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
const tags = /<[^<>]*>/g;
const elementName = /^<\/?([a-z][a-z\d:]*)/i;
const inline = new Set('a abbr b big em font i mark o:p s small span strong sub sup u'.split(' '));
const cell = new Set(['td', 'th']);
const tokensOfLine = /[\p{L}\p{M}]+|\p{N}+|\t|\S/gu;

/** Letters that look like Latin ones. */
const lookAlikes: ReadonlyMap<string, string> = new Map(
  Array.from('аaвbеeкkмmнhоoрpсcтtуyхxіiјjѕsԁdԛqԝwһhӏlαaεeιiκkνvοoρpτtυuχxɡgɑaıi'.matchAll(/(.)(.)/gu)).map(
    ([, letter = '', latin = '']) => [letter, latin] as const,
  ),
);

/** The lines of a message, as a person reads it; HTML that was pasted as text is read as well. */
export function linesOf(text: string): readonly ClaimLine[] {
  // Joiners, too: they are part of no name of a role.
  return withoutInvisible(withoutMailEscapes(text))
    .text.replace(tags, (tag) => {
      const element = elementName.exec(tag)?.[1]?.toLowerCase() ?? '';
      if (inline.has(element)) return '';
      return cell.has(element) ? '\t' : '\n';
    })
    .split(lineEnds)
    .flatMap(piecesOf)
    .map(lineOf);
}

/**
 * The pieces of a line, which may be a whole mail or a list of every role: nothing far behind in it may be lost. They
 * end behind a separator if they can, as the lines of a list do.
 */
function piecesOf(line: string): readonly string[] {
  if (line.length <= maxLineLength) return [line];
  const pieces: string[] = [];
  const whole = line.replace(/ {2,}/g, ' ');
  let from = 0;
  while (whole.length - from > maxLineLength) {
    const window = whole.slice(from, from + maxLineLength);
    const behindSeparator = 1 + Math.max(...[', ', '; ', '. '].map((mark) => window.lastIndexOf(mark)));
    const behindWord = 1 + window.lastIndexOf(' ');
    const end = [behindSeparator, behindWord].find((at) => at > maxLineLength / 2) ?? maxLineLength;
    pieces.push(window.slice(0, end));
    from += end;
  }
  return [...pieces, whole.slice(from)];
}

const blank: ClaimLine = { text: '', tokens: [] };

function lineOf(given: string): ClaimLine {
  if (given.trim() === '') return blank;
  const text = given
    .split(/[\t|]/)
    .map((one) => oneLine(one))
    .filter((one) => one !== '')
    .join('\t');
  return { text, tokens: tokensOf(text) };
}

export function tokensOf(text: string): readonly Token[] {
  return Array.from(text.matchAll(tokensOfLine), ({ 0: found, index }) => {
    const folded = foldText(found);
    const kind = /^\p{N}/u.test(found) ? 'number' : /^[\p{L}\p{M}]/u.test(found) ? 'word' : 'mark';
    const shown = kind === 'word' ? withoutLookAlikes(folded) : folded;
    return { kind, text: shown, start: index, end: index + found.length };
  });
}

/** Only of words that mix scripts: a word that is all Greek or Cyrillic is one. */
function withoutLookAlikes(word: string): string {
  if (!/[a-z]/.test(word) || !/[^a-z]/.test(word)) return word;
  return Array.from(word, (letter) => lookAlikes.get(letter) ?? letter).join('');
}

/** Words of a message as they stand in it: one line without the marks of a list before it, and with an end. */
export function quoted(text: string, maxLength = 100): string {
  const bare = oneLine(text).replace(/^[^\p{L}\p{N}]+/u, '');
  const shown = Array.from(bare === '' ? oneLine(text) : bare);
  return shown.length <= maxLength
    ? shown.join('')
    : `${shown
        .slice(0, maxLength - 1)
        .join('')
        .trimEnd()}…`;
}
