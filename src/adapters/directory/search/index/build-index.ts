import { foldText } from '../../../../domain/fold-text.ts';
import type { Provider } from '../../../../domain/providers/provider.ts';
import type { TextIndex } from '../query/match-word.ts';
import type { SearchIndex } from '../query/search-index.ts';
import type { DirectoryFile, Line } from './directory-file.ts';
import { Documents, hashOf } from './documents.ts';
import { FieldCollector } from './field-collector.ts';
import { FilterValuesBuilder } from './filter-values-builder.ts';
import { countsOf, GrowingIntegers, reorderLists, type Lists } from './lists.ts';
import { postingsOf, type Postings } from './postings.ts';
import { storedProvider } from './stored-provider.ts';
import { TermNumbers } from './term-numbers.ts';

/**
 * Indexes every provider of a file. In the index, providers are numbered in the order of their names.
 *
 * @param pause called after each provider
 * @throws Error if a line is not a provider
 */
export function buildIndex(file: DirectoryFile, pause: () => void = () => undefined): SearchIndex {
  const builder = new IndexBuilder();
  for (const line of file.lines()) {
    builder.add(providerOf(line), line);
    pause();
  }
  return builder.finish(file);
}

function providerOf({ number, text }: Line): Provider {
  try {
    return storedProvider(text);
  } catch (error) {
    throw new Error(`line ${number} of the installed directory is not a provider`, { cause: error });
  }
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
  readonly #values = new FilterValuesBuilder();

  add(provider: Provider, { offset, length }: Line): void {
    this.#foldedNames.push(foldText(provider.name));
    this.#ids.push(provider.id);
    this.#offsets.push(offset);
    this.#lengths.push(length);
    this.#hashes.push(hashOf(provider.id));
    this.#addWords(provider);
    this.#values.add(provider);
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

  finish(file: DirectoryFile): SearchIndex {
    const readAs = orderByName(this.#foldedNames, this.#ids);
    return {
      text: this.#finishText(readAs),
      ...this.#values.finish(readAs),
      documents: this.#finishDocuments(file, readAs),
    };
  }

  #finishText(readAs: Int32Array): TextIndex {
    const { dictionary, placeOf } = this.#terms.finish();
    const names = reorderLists(this.#names.finish(), readAs);
    const rest = reorderLists(this.#rest.finish(), readAs);
    return {
      providers: readAs.length,
      dictionary,
      names: postingsByPlace(names, placeOf),
      rest: postingsByPlace(rest, placeOf),
      nameWords: Uint8Array.from(readAs, (_, provider) =>
        Math.min(255, (names.starts[provider + 1] ?? 0) - (names.starts[provider] ?? 0)),
      ),
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

function postingsByPlace({ starts, values }: Lists, placeOf: Int32Array): Postings {
  const places = values.map((number) => placeOf[number] ?? 0);
  return postingsOf({ starts, values: places }, countsOf(places, placeOf.length));
}

/** The numbers of the providers in reading order, sorted by folded name, then by id. */
function orderByName(names: readonly string[], ids: readonly string[]): Int32Array {
  return Int32Array.from(names, (_, number) => number).sort(
    (one, other) => compare(names[one], names[other]) || compare(ids[one], ids[other]),
  );
}

function compare(one = '', other = ''): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
