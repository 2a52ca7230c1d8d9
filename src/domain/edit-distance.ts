/** How many typos a word of this many letters is forgiven: none below four, where every word is near another. */
export function typosForgiven(letters: number): 0 | 1 | 2 {
  if (letters < 4) return 0;
  return letters < 8 ? 1 : 2;
}

/**
 * How many typos lie between two words: letters left out, added, mistaken, or swapped with the next one (optimal string
 * alignment).
 * @returns `limit + 1` for anything more than `limit`
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
 * The table of the edit distance between one word and others, a row for each letter of the other. Others that begin alike
 * share the rows of their beginning.
 */
export class EditTable {
  readonly #word: string;
  readonly #limit: number;
  readonly #width: number;
  readonly #cells: Uint8Array;

  /** @param limit the most typos that are told apart */
  constructor(word: string, limit: number) {
    this.#word = word;
    this.#limit = limit;
    this.#width = word.length + 1;
    // Beyond so many rows no other can come near.
    this.#cells = new Uint8Array(this.#width * (word.length + limit + 2)).fill(255);
    for (let column = 0; column < this.#width; column++) this.#cells[column] = column;
  }

  /**
   * Fills the row for the first `row` letters of `other`, in the diagonal band where a distance within the limit can lie. Takes
   * the rows before it as they are.
   * @returns the least distance in it; more than the limit where nothing that begins so can come near again, and no row may follow
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

  /** The distance between the word and the first `row` letters of the other; more than the limit where it is not told apart. */
  distanceAt(row: number): number {
    return this.#cells[row * this.#width + this.#word.length] ?? this.#limit + 1;
  }
}
