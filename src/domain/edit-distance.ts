/** The typos tolerated in a word of this many letters: none below four, where every word is close to another. */
export function typosForgiven(letters: number): 0 | 1 | 2 {
  if (letters < 4) return 0;
  return letters < 8 ? 1 : 2;
}

/**
 * The typos between two words: letters deleted, inserted, substituted, or swapped with the next (optimal string
 * alignment).
 * @returns `limit + 1` for anything above `limit`
 */
export function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  const table = new EditTable(one, limit);
  for (let row = 1; row <= other.length; row++) {
    if (table.addRow(other, row) > limit) return limit + 1;
  }
  return table.distanceAt(other.length);
}

/**
 * The edit distance table between one word and others, a row for each letter of the other. Others with a common prefix
 * share its rows.
 */
export class EditTable {
  readonly #word: string;
  readonly #limit: number;
  readonly #width: number;
  readonly #cells: Uint8Array;

  /** @param limit the maximum distance that is computed */
  constructor(word: string, limit: number) {
    this.#word = word;
    this.#limit = limit;
    this.#width = word.length + 1;
    // Longer words exceed the limit anyway.
    this.#cells = new Uint8Array(this.#width * (word.length + limit + 2)).fill(255);
    for (let column = 0; column < this.#width; column++) this.#cells[column] = column;
  }

  /**
   * Fills the row for the first `row` letters of `other`, within the diagonal band that the limit allows. Reuses the
   * rows before it.
   * @returns the minimum of the row; above the limit, no word with this prefix can match and no further row may be
   * added
   */
  addRow(other: string, row: number): number {
    const [word, limit, width, cells] = [this.#word, this.#limit, this.#width, this.#cells];
    const start = row * width;
    const above = start - width;
    const first = Math.max(1, row - limit);
    const last = Math.min(width - 1, row + limit);
    const letter = other.charCodeAt(row - 1);
    const letterBefore = other.charCodeAt(row - 2);
    const beyond = limit + 1;
    let left = first === 1 ? Math.min(row, beyond) : beyond;
    cells[start + first - 1] = left;
    let least = left;
    for (let column = first; column <= last; column++) {
      const wordLetter = word.charCodeAt(column - 1);
      let typos = (cells[above + column - 1] ?? 0) + (wordLetter === letter ? 0 : 1);
      typos = Math.min(typos, left + 1, (cells[above + column] ?? 0) + 1, beyond);
      if (row > 1 && column > 1 && wordLetter === letterBefore && word.charCodeAt(column - 2) === letter) {
        typos = Math.min(typos, (cells[above - width + column - 2] ?? 0) + 1);
      }
      cells[start + column] = typos;
      left = typos;
      if (typos < least) least = typos;
    }
    if (last + 1 < width) cells[start + last + 1] = beyond;
    return least;
  }

  /**
   * The distance between the word and the first `row` letters of the other; any value above the limit means no match.
   */
  distanceAt(row: number): number {
    return this.#cells[row * this.#width + this.#word.length] ?? this.#limit + 1;
  }
}
