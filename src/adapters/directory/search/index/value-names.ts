import { foldText } from '../../../../domain/fold-text.ts';

export interface SortedValues {
  /** The distinct folded values, sorted. */
  readonly folded: readonly string[];
  /** The most frequent spelling of each. */
  readonly labels: readonly string[];
  /** The index in `folded` of each id. */
  readonly placeOf: Int32Array;
}

interface Spelling {
  readonly id: number;
  uses: number;
}

/** Numbers the values of a filter in order of appearance; spellings that fold to the same text are one value. */
export class ValueNames {
  readonly #spellings = new Map<string, Spelling>();
  readonly #ids = new Map<string, number>();

  /** The distinct ids of `values`. */
  of(values: readonly string[]): readonly number[] {
    const ids: number[] = [];
    for (const value of values) {
      const spelling = this.#spellings.get(value) ?? this.#newSpelling(value);
      spelling.uses++;
      if (!ids.includes(spelling.id)) ids.push(spelling.id);
    }
    return ids;
  }

  finish(): SortedValues {
    const sorted = [...this.#ids].sort(([one], [other]) => (one < other ? -1 : 1));
    const placeOf = new Int32Array(sorted.length);
    for (const [place, [, id]] of sorted.entries()) placeOf[id] = place;
    const labels = this.#labels();
    return {
      folded: sorted.map(([folded]) => folded),
      labels: sorted.map(([folded, id]) => labels.get(id) ?? folded),
      placeOf,
    };
  }

  #newSpelling(value: string): Spelling {
    const folded = foldText(value);
    const id = this.#ids.get(folded) ?? this.#ids.size;
    this.#ids.set(folded, id);
    const spelling = { id, uses: 0 };
    this.#spellings.set(value, spelling);
    return spelling;
  }

  #labels(): ReadonlyMap<number, string> {
    const labels = new Map<number, string>();
    const rarestFirst = [...this.#spellings].sort(
      ([one, { uses }], [other, { uses: more }]) => uses - more || (one < other ? 1 : -1),
    );
    for (const [value, { id }] of rarestFirst) labels.set(id, value);
    return labels;
  }
}
