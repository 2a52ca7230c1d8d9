import type { Column } from './facet.ts';
import { GrowingIntegers } from './growing-integers.ts';

/** Collects a column: gives the providers that have the same values the same set. */
export class ColumnBuilder {
  /** By the id of its only value, since most fields hold one value; any other set by all its ids. */
  readonly #sets = new Map<number | string, number>();
  readonly #setOf = new GrowingIntegers();
  readonly #values = new GrowingIntegers();
  readonly #ends = new GrowingIntegers();

  /** Takes the ids of one provider's values, sorted. */
  add(ids: readonly number[]): void {
    const [only] = ids;
    const key = only !== undefined && ids.length === 1 ? only : ids.join();
    const known = this.#sets.get(key);
    this.#setOf.push(known ?? this.#sets.size);
    if (known !== undefined) return;
    this.#sets.set(key, this.#sets.size);
    for (const id of ids) this.#values.push(id);
    this.#ends.push(this.#values.length);
  }

  /**
   * @param readAs for each provider of the index, its number in the order of reading
   * @param placeOf the place of each id among the sorted values
   */
  finish(readAs: Int32Array, placeOf: Int32Array): Column {
    const setOf = this.#setOf.view();
    const starts = new Int32Array(this.#sets.size + 1);
    starts.set(this.#ends.view(), 1);
    return {
      setOf: readAs.map((read) => setOf[read] ?? 0),
      starts,
      values: this.#values.view().map((id) => placeOf[id] ?? 0),
    };
  }
}
