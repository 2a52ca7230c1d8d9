import type { DirectoryVocabulary } from '../../../../application/ports/provider-directory.ts';
import { filterNames, type FilterName } from '../../../../domain/providers/provider-search.ts';
import type { Provider } from '../../../../domain/providers/provider.ts';
import type { FilterValues } from './filter-values.ts';
import { countsOf, ListsBuilder, reorderLists } from './lists.ts';
import { postingsOf } from './postings.ts';
import type { TermRange } from './term-dictionary.ts';
import { ValueNames } from './value-names.ts';
import { vocabularyOf } from './vocabulary.ts';

/** Collects the filter values of providers. */
export class FilterValuesBuilder {
  readonly #names = {
    country: new ValueNames(),
    city: new ValueNames(),
    offering: new ValueNames(),
    function: new ValueNames(),
    industry: new ValueNames(),
    size: new ValueNames(),
    designation: new ValueNames(),
  } satisfies Record<FilterName, ValueNames>;
  /** Values of each provider, encoded as value id × number of filters + index of the filter. */
  readonly #lists = new ListsBuilder();
  /** By offering id, the number of providers with it as a service, and as a product. */
  readonly #services: number[] = [];
  readonly #products: number[] = [];

  add(provider: Provider): void {
    const services = this.#names.offering.of(provider.services);
    const products = this.#names.offering.of(provider.products);
    for (const id of services) this.#services[id] = (this.#services[id] ?? 0) + 1;
    for (const id of products) this.#products[id] = (this.#products[id] ?? 0) + 1;

    this.#push('country', this.#names.country.of([provider.country]));
    this.#push('city', this.#names.city.of([provider.city]));
    this.#push('offering', services);
    this.#push(
      'offering',
      products.filter((id) => !services.includes(id)),
    );
    this.#push('function', this.#names.function.of(provider.functions));
    this.#push('industry', this.#names.industry.of(provider.industries));
    this.#push('size', this.#names.size.of(provider.organizationSizes));
    this.#push('designation', this.#names.designation.of(provider.designations));
    this.#lists.endList();
  }

  #push(name: FilterName, ids: readonly number[]): void {
    const filter = filterNames.indexOf(name);
    for (const id of ids) this.#lists.push(id * filterNames.length + filter);
  }

  /** @param readAs the number in reading order of each provider of the index */
  finish(readAs: Int32Array): { readonly values: FilterValues; readonly vocabulary: DirectoryVocabulary } {
    const sorted = filterNames.map((name) => ({ name, ...this.#names[name].finish() }));
    const ranges = new Map<FilterName, TermRange>();
    let length = 0;
    for (const { name, labels } of sorted) ranges.set(name, { from: length, to: (length += labels.length) });
    const rangeOf = (name: FilterName): TermRange => ranges.get(name) ?? { from: 0, to: 0 };
    const numbers = sorted.map(({ name, placeOf }) => placeOf.map((place) => rangeOf(name).from + place));
    const numberOf = (id: number, filter: number): number => numbers[filter]?.[id] ?? 0;

    const { starts, values } = reorderLists(this.#lists.finish(), readAs);
    const lists = {
      starts,
      values: values.map((entry) =>
        numberOf(Math.floor(entry / filterNames.length), entry % filterNames.length),
      ),
    };
    const totals = countsOf(lists.values, length);
    const having = postingsOf(lists, totals);
    const filterValues = {
      ranges: {
        country: rangeOf('country'),
        city: rangeOf('city'),
        offering: rangeOf('offering'),
        function: rangeOf('function'),
        industry: rangeOf('industry'),
        size: rangeOf('size'),
        designation: rangeOf('designation'),
      },
      folded: sorted.flatMap(({ folded }) => folded),
      labels: sorted.flatMap(({ labels }) => labels),
      totals,
      lists,
      having,
      countsCache: new Map([...having.frequent.values()].map((bits) => [bits, undefined])),
    };
    const offerings = (counts: readonly number[]): Int32Array => {
      const byNumber = new Int32Array(length);
      for (const [id, count] of counts.entries())
        byNumber[numberOf(id, filterNames.indexOf('offering'))] = count;
      return byNumber;
    };
    return {
      values: filterValues,
      vocabulary: vocabularyOf(filterValues, offerings(this.#services), offerings(this.#products)),
    };
  }
}
