/**
 * Ids sorted by UTF-16 code units. Most ids begin with their time of creation, so nearly all are appended; inserting
 * one elsewhere shifts those after it, which takes microseconds at 100,000.
 */
export class SortedIds {
  readonly #ids: string[] = [];

  /** Adds ids that are not in the list yet. */
  addAll(ids: readonly string[]): void {
    for (const id of ids) this.#ids.push(id);
    // The default order of strings is by code unit.
    this.#ids.sort();
  }

  add(id: string): void {
    const place = this.#firstFrom(id);
    if (this.#ids[place] !== id) this.#ids.splice(place, 0, id);
  }

  remove(id: string): void {
    const place = this.#firstFrom(id);
    if (this.#ids[place] === id) this.#ids.splice(place, 1);
  }

  /** Up to `count` ids after `after` (from the start if undefined), nearest first. */
  following(after: string | undefined, count: number): readonly string[] {
    if (after === undefined) return this.#ids.slice(0, count);
    const place = this.#firstFrom(after);
    const start = this.#ids[place] === after ? place + 1 : place;
    return this.#ids.slice(start, start + count);
  }

  /** Up to `count` ids before `before` (from the end if undefined), nearest first. */
  preceding(before: string | undefined, count: number): readonly string[] {
    const end = before === undefined ? this.#ids.length : this.#firstFrom(before);
    return this.#ids.slice(Math.max(0, end - count), end).reverse();
  }

  /** The index of the first id that is not less than `id`. */
  #firstFrom(id: string): number {
    let low = 0;
    let high = this.#ids.length;
    const last = this.#ids.at(-1);
    if (last !== undefined && last < id) return high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const candidate = this.#ids[middle];
      if (candidate !== undefined && candidate < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
