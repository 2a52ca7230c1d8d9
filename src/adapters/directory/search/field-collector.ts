import { GrowingIntegers } from './growing-integers.ts';
import type { FieldTerms } from './postings.ts';

/** Collects the distinct terms that each provider has in a field. */
export class FieldCollector {
  readonly #terms = new GrowingIntegers();
  readonly #ends = new GrowingIntegers();
  /** For each term, the number of the last provider that had it, counted from 1. */
  readonly #lastProvider: number[] = [];

  add(terms: readonly number[]): void {
    const provider = this.#ends.length + 1;
    for (const term of terms) {
      while (this.#lastProvider.length <= term) this.#lastProvider.push(0);
      if (this.#lastProvider[term] === provider) continue;
      this.#lastProvider[term] = provider;
      this.#terms.push(term);
    }
  }

  /** What is added from now on belongs to the next provider. */
  endProvider(): void {
    this.#ends.push(this.#terms.length);
  }

  finish(): FieldTerms {
    return { terms: this.#terms.view(), ends: this.#ends.view() };
  }
}
