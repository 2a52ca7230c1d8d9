/** What follows an address: a piece of it, perhaps, that a mail program broke off. */
export interface Piece {
  readonly text: string;
  /** Whether it stands on the next line, and not only behind spaces. */
  readonly onNextLine: boolean;
}

/** More lines than an address has, even one that was wrapped several times. */
const maxPieces = 24;
const maxPieceLength = 2000;

/** The end of a line and the marks of a quotation, or spaces. */
const gap = /[^\S\n]{0,8}(?:\n[^\S\n]{0,20}(?:[>|][^\S\n]{0,4}){0,8}|(?<=\s))/y;
const piece = new RegExp(`[^\\s\\p{Cc}<>"\`“”«»]{1,${maxPieceLength}}`, 'uy');

/** The beginning of an address of its own. */
const ownAddress =
  /^[^\w]{0,4}(?:[a-z][a-z\d+.-]{0,19}:[\\/]|(?![^\s.]*\.aspx)[^\s.\\/?#]+\.[^\s\\/?#]+[\\/?#])/i;

/** The pieces that follow an address, up to what is an address itself. */
export function piecesBehind(text: string, end: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = end;
  while (pieces.length < maxPieces) {
    gap.lastIndex = at;
    const between = gap.exec(text);
    if (between === null || between[0] === '') return pieces;
    piece.lastIndex = at + between[0].length;
    const found = piece.exec(text);
    if (found === null || ownAddress.test(found[0])) return pieces;
    pieces.push({ text: found[0], onNextLine: between[0].includes('\n') });
    at = piece.lastIndex;
  }
  return pieces;
}

/** The beginning of `https://` at the end of a line. */
const brokenScheme =
  /(?:^|[^\w])(h(?:t(?:t(?:p(?:s?(?::(?:\/\/?)?)?)?)?)?)?)=?[^\S\n]{0,8}\n[^\S\n]{0,20}(?:[>|][^\S\n]{0,4}){0,8}$/i;
const lookBack = 80;
const lookBackForAddress = 2000;
const startOfLine = /^[^\S\n]{0,20}(?:[>|][^\S\n]{0,4}){0,8}$/;

/** The part of its scheme that stands at the end of the line before; empty if the address does not begin so. */
export function schemeBefore(text: string, start: number, word: string): string {
  const [, scheme = ''] = brokenScheme.exec(text.slice(Math.max(0, start - lookBack), start)) ?? [];
  return scheme !== '' && /^https?:\/\//i.test(`${scheme}${word}`) ? scheme : '';
}

/**
 * The address that the line before ends with, if it is unfinished there, and this line begins with what stands at `start`:
 * a mail program may have broken it there, even within its host. With the separator that this line begins with.
 */
export function unfinishedBefore(text: string, start: number): string | undefined {
  const before = text.slice(Math.max(0, start - lookBackForAddress), start);
  const lineEnd = before.lastIndexOf('\n');
  if (lineEnd < 0 || !startOfLine.test(before.slice(lineEnd + 1))) return undefined;
  const line = before.slice(before.lastIndexOf('\n', lineEnd - 1) + 1, lineEnd).trimEnd();
  const word = line.slice(Math.max(line.lastIndexOf(' '), line.lastIndexOf('<')) + 1);
  const separator = /^[/?#]/.exec(text.charAt(start))?.[0] ?? '';
  const isUnfinished = separator !== '' || /[-./?=&#]$/.test(word);
  return /^https?:\/\/[^/?#]/i.test(word) && isUnfinished ? `${word}${separator}` : undefined;
}
