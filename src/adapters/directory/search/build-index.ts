import { foldText } from '../../../domain/fold-text.ts';
import type { Provider } from '../../../domain/provider.ts';
import { countryNames } from './country-names.ts';
import type { DirectoryFile, Line } from './directory-file.ts';
import { Documents, hashOf } from './documents.ts';
import { FacetBuilder } from './facet-builder.ts';
import { FieldCollector } from './field-collector.ts';
import { GrowingIntegers } from './growing-integers.ts';
import type { TextIndex } from './match-word.ts';
import { orderByName } from './order-by-name.ts';
import { postingsOf } from './postings.ts';
import type { SearchIndex } from './search-index.ts';
import { storedProvider } from './stored-provider.ts';
import { TermNumbers } from './term-numbers.ts';
import { vocabularyOf } from './vocabulary.ts';

/**
 * Indexes every provider of a file. In the index, providers are numbered in the order of their names.
 *
 * @throws Error when a line is no provider
 */
export function buildIndex(file: DirectoryFile): SearchIndex {
  const builder = new IndexBuilder();
  for (const line of file.lines()) builder.add(storedProvider(line.text), line);
  return builder.finish(file);
}

class IndexBuilder {
  readonly #foldedNames: string[] = [];
  readonly #ids: string[] = [];
  readonly #offsets: number[] = [];
  readonly #lengths = new GrowingIntegers();
  readonly #hashes = new GrowingIntegers();
  readonly #terms = new TermNumbers();
  readonly #names = new FieldCollector();
  readonly #rest = new FieldCollector();
  readonly #facets = {
    country: new FacetBuilder(),
    city: new FacetBuilder(),
    offering: new FacetBuilder(2),
    function: new FacetBuilder(),
    industry: new FacetBuilder(),
    size: new FacetBuilder(),
    designation: new FacetBuilder(),
  };

  add(provider: Provider, { offset, length }: Line): void {
    this.#foldedNames.push(foldText(provider.name));
    this.#ids.push(provider.id);
    this.#offsets.push(offset);
    this.#lengths.push(length);
    this.#hashes.push(hashOf(provider.id));
    this.#addWords(provider);
    this.#addValues(provider);
  }

  #addWords({ name, description, city, country, services, products }: Provider): void {
    this.#names.add(this.#terms.of(name));
    this.#names.endProvider();
    this.#rest.add(this.#terms.of(description));
    this.#rest.add(this.#terms.ofPhrase(city));
    this.#rest.add(this.#terms.ofCountry(country));
    for (const service of services) this.#rest.add(this.#terms.ofPhrase(service));
    for (const product of products) this.#rest.add(this.#terms.ofPhrase(product));
    this.#rest.endProvider();
  }

  #addValues(provider: Provider): void {
    this.#facets.country.add([provider.country]);
    this.#facets.city.add([provider.city]);
    this.#facets.offering.add(provider.services, provider.products);
    this.#facets.function.add(provider.functions);
    this.#facets.industry.add(provider.industries);
    this.#facets.size.add(provider.organizationSizes);
    this.#facets.designation.add(provider.designations);
  }

  finish(file: DirectoryFile): SearchIndex {
    const readAs = orderByName(this.#foldedNames, this.#ids);
    const facets = {
      country: this.#facets.country.finish(readAs),
      city: this.#facets.city.finish(readAs),
      offering: this.#facets.offering.finish(readAs),
      function: this.#facets.function.finish(readAs),
      industry: this.#facets.industry.finish(readAs),
      size: this.#facets.size.finish(readAs),
      designation: this.#facets.designation.finish(readAs),
    };
    return {
      text: this.#finishText(readAs),
      facets,
      vocabulary: vocabularyOf(facets),
      documents: this.#finishDocuments(file, readAs),
    };
  }

  #finishText(readAs: Int32Array): TextIndex {
    const { dictionary, placeOf } = this.#terms.finish();
    const names = this.#names.finish();
    const nameWords = new Uint8Array(readAs.length);
    for (const [provider, read] of readAs.entries()) {
      nameWords[provider] = Math.min(255, (names.ends[read] ?? 0) - (names.ends[read - 1] ?? 0));
    }
    return {
      providers: readAs.length,
      dictionary,
      names: postingsOf(names, placeOf, readAs),
      rest: postingsOf(this.#rest.finish(), placeOf, readAs),
      nameWords,
    };
  }

  #finishDocuments(file: DirectoryFile, readAs: Int32Array): Documents {
    const lengths = this.#lengths.view();
    const hashes = this.#hashes.view();
    return new Documents(
      file,
      {
        offsets: Float64Array.from(readAs, (read) => this.#offsets[read] ?? 0),
        lengths: readAs.map((read) => lengths[read] ?? 0),
      },
      readAs.map((read) => hashes[read] ?? 0),
    );
  }
}
