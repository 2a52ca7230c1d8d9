/** A list of integers for each provider, concatenated. */
export interface Lists {
  readonly values: Int32Array;
  /** Start of each provider's list; the last entry is the end of the last list. */
  readonly starts: Int32Array;
}

/** Builds a list for each provider as they are read. */
export class ListsBuilder {
  readonly #values = new GrowingIntegers();
  readonly #starts = new GrowingIntegers();

  constructor() {
    this.#starts.push(0);
  }

  /** Number of complete lists. */
  get length(): number {
    return this.#starts.length - 1;
  }

  push(value: number): void {
    this.#values.push(value);
  }

  endList(): void {
    this.#starts.push(this.#values.length);
  }

  finish(): Lists {
    return { values: this.#values.view(), starts: this.#starts.view() };
  }
}

/** The lists in the order of `order`, which holds their numbers. */
export function reorderLists({ values, starts }: Lists, order: Int32Array): Lists {
  const ordered = { values: new Int32Array(values.length), starts: new Int32Array(starts.length) };
  let length = 0;
  for (let place = 0; place < order.length; place++) {
    const list = order[place] ?? 0;
    const end = starts[list + 1] ?? 0;
    for (let at = starts[list] ?? 0; at < end; at++) ordered.values[length++] = values[at] ?? 0;
    ordered.starts[place + 1] = length;
  }
  return ordered;
}

/** A growable array of 32-bit integers; uses a tenth of the memory of a plain array. */
export class GrowingIntegers {
  #values = new Int32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Int32Array(this.#length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  /** The pushed values; valid until the next push. */
  view(): Int32Array {
    return this.#values.subarray(0, this.#length);
  }
}

/** The number of occurrences in `values` of each number below `length`. */
export function countsOf(values: Int32Array, length: number): Int32Array {
  const counts = new Int32Array(length);
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
