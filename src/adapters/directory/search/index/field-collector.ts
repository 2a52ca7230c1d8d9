import { ListsBuilder } from './lists.ts';
import type { Lists } from './lists.ts';

/** Collects the distinct terms of each provider in a field. */
export class FieldCollector {
  readonly #lists = new ListsBuilder();
  /** For each term, the 1-based number of the last provider with it. */
  readonly #lastProvider: number[] = [];

  add(terms: readonly number[]): void {
    const provider = this.#lists.length + 1;
    for (const term of terms) {
      while (this.#lastProvider.length <= term) this.#lastProvider.push(0);
      if (this.#lastProvider[term] === provider) continue;
      this.#lastProvider[term] = provider;
      this.#lists.push(term);
    }
  }

  /** Moves on to the next provider. */
  endProvider(): void {
    this.#lists.endList();
  }

  finish(): Lists {
    return this.#lists.finish();
  }
}
