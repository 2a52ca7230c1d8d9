import { GrowingIntegers } from '../growing-integers.ts';

/** A list of integers for each provider, one after the other. */
export interface Lists {
  readonly values: Int32Array;
  /** Where each provider's list begins; the last entry is where the last one ends. */
  readonly starts: Int32Array;
}

/** Collects a list for each provider as they are read. */
export class ListsBuilder {
  readonly #values = new GrowingIntegers();
  readonly #starts = new GrowingIntegers();

  constructor() {
    this.#starts.push(0);
  }

  /** How many lists are complete. */
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

/** The lists in another order: that of `order`, which holds their numbers. */
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
