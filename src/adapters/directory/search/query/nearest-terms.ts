import type { TermDictionary } from '../index/term-dictionary.ts';
import { slipsForgiven } from './typo-tolerance.ts';

/**
 * The terms that are the fewest slips away from a word (one at least, and no more than are forgiven): what a person who
 * wrote it may have meant.
 */
export function nearestTerms(dictionary: TermDictionary, word: string): readonly number[] {
  for (let slips = 1; slips <= slipsForgiven(word); slips++) {
    const near = termsWithin(dictionary, word, slips);
    if (near.length > 0) return near;
  }
  return [];
}

/**
 * Terms at most `most` slips away, the word itself left out. Walks the sorted dictionary once and carries the table of
 * the edit distance (optimal string alignment) from term to term: of each, only the letters that it does not share with
 * the one before are looked at, and once a beginning has too many slips, all terms with that beginning are passed over.
 */
function termsWithin({ terms, shared }: TermDictionary, word: string, most: number): readonly number[] {
  const near: number[] = [];
  const width = word.length + 1;
  const table = firstRows(width, word.length + most + 1);
  let known = 0;
  let hopeless = Infinity;
  for (let place = 0; place < terms.length; place++) {
    const common = shared[place] ?? 0;
    if (common >= hopeless) continue;
    hopeless = Infinity;
    const term = terms[place] ?? '';
    known = Math.min(known, common);
    while (known < term.length && hopeless === Infinity) {
      known++;
      if (addRow(table, width, word, term, known, most) > most) hopeless = known;
    }
    if (hopeless !== Infinity) continue;
    if ((table[known * width + word.length] ?? 0) <= most && term !== word) near.push(place);
  }
  return near;
}

/** A table of `rows` rows beyond the first, which says that the empty beginning of a term lacks every letter. */
function firstRows(width: number, rows: number): Uint8Array {
  const table = new Uint8Array(width * (rows + 1)).fill(255);
  for (let column = 0; column < width; column++) table[column] = column;
  return table;
}

/**
 * Fills the row for the first `row` letters of `term`, in the diagonal band where a distance of `most` can lie.
 *
 * @returns the least distance in it; more than `most` where no longer term can come near again.
 */
function addRow(
  table: Uint8Array,
  width: number,
  word: string,
  term: string,
  row: number,
  most: number,
): number {
  const start = row * width;
  const above = start - width;
  const first = Math.max(1, row - most);
  const last = Math.min(width - 1, row + most);
  const letter = term.charCodeAt(row - 1);
  const letterBefore = term.charCodeAt(row - 2);
  const beyond = most + 1;
  let left = first === 1 ? Math.min(row, beyond) : beyond;
  table[start + first - 1] = left;
  let least = left;
  for (let column = first; column <= last; column++) {
    const wordLetter = word.charCodeAt(column - 1);
    let slips = (table[above + column - 1] ?? 0) + (wordLetter === letter ? 0 : 1);
    slips = Math.min(slips, left + 1, (table[above + column] ?? 0) + 1, beyond);
    if (row > 1 && column > 1 && wordLetter === letterBefore && word.charCodeAt(column - 2) === letter) {
      slips = Math.min(slips, (table[above - width + column - 2] ?? 0) + 1);
    }
    table[start + column] = slips;
    left = slips;
    if (slips < least) least = slips;
  }
  if (last + 1 < width) table[start + last + 1] = beyond;
  return least;
}
