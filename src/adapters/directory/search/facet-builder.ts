import { ColumnBuilder } from './column-builder.ts';
import type { Facet } from './facet.ts';
import { ValueNames } from './value-names.ts';

/** Collects the values that providers have for one filter, in one field or several. */
export class FacetBuilder {
  readonly #names = new ValueNames();
  readonly #fields: { readonly column: ColumnBuilder; readonly totals: number[] }[];
  readonly #totals: number[] = [];

  constructor(fields = 1) {
    this.#fields = Array.from({ length: fields }, () => ({ column: new ColumnBuilder(), totals: [] }));
  }

  /** Takes the values that one provider has in each field. */
  add(...values: readonly (readonly string[])[]): void {
    let earlier: readonly number[] = [];
    for (const [field, { column, totals }] of this.#fields.entries()) {
      const ids = this.#names.of(values[field] ?? []);
      for (const id of ids) totals[id] = (totals[id] ?? 0) + 1;
      const others = earlier.length === 0 ? ids : ids.filter((id) => !earlier.includes(id));
      for (const id of others) this.#totals[id] = (this.#totals[id] ?? 0) + 1;
      column.add(others);
      earlier = earlier.length === 0 ? ids : [...earlier, ...others];
    }
  }

  /** @param readAs for each provider of the index, its number in the order of reading */
  finish(readAs: Int32Array): Facet {
    const { placeOf, ...values } = this.#names.finish();
    const sorted = (totals: readonly number[]): Int32Array => {
      const counts = new Int32Array(placeOf.length);
      for (const [id, total] of totals.entries()) counts[placeOf[id] ?? 0] = total;
      return counts;
    };
    return {
      ...values,
      columns: this.#fields.map(({ column }) => column.finish(readAs, placeOf)),
      totals: sorted(this.#totals),
      totalsByField: this.#fields.map(({ totals }) => sorted(totals)),
    };
  }
}
