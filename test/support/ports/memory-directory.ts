import { tokenize, queryWords } from '../../../src/adapters/directory/search/index/tokenize.ts';
import { rareWord, typosForgivenIn } from '../../../src/adapters/directory/search/query/typo-tolerance.ts';
import type {
  DirectoryVocabulary,
  FacetCount,
  Facets,
  ProviderDirectory,
} from '../../../src/application/ports/provider-directory.ts';
import { DomainError } from '../../../src/domain/domain-error.ts';
import { foldText } from '../../../src/domain/fold-text.ts';
import {
  filterNames,
  withoutFilter,
  type FilterName,
  type ProviderFilters,
  type ProviderSearch,
} from '../../../src/domain/providers/provider-search.ts';
import type { Provider } from '../../../src/domain/providers/provider.ts';

interface Entry {
  readonly provider: Provider;
  readonly nameWords: ReadonlySet<string>;
  readonly otherWords: ReadonlySet<string>;
}

/** A provider directory that scans a list: slow and obvious, the reference for the indexed one. */
export function memoryDirectory(providers?: readonly Provider[]): ProviderDirectory {
  const entries = providers?.map(entryOf).sort(byName);
  const words = entries && vocabularyOf(entries.map(({ provider }) => provider));

  function loaded<Value>(value: Value | undefined): Value {
    if (value === undefined) throw new DomainError('directory-unavailable', {});
    return value;
  }

  return {
    async search(search, { offset, limit, facets = filterNames }) {
      await Promise.resolve();
      const all = loaded(entries);
      const scores = textScores(all, queryWords(search.text));
      const found = all
        .filter((entry) => scores.has(entry) && accepts(search.filters, entry.provider))
        .map((entry) => ({ entry, score: scores.get(entry) ?? 0 }))
        .sort((one, other) => other.score - one.score);
      return {
        total: found.length,
        providers: found.slice(offset, offset + limit).map(({ entry }) => entry.provider),
        facets: facetsOf(
          all.map(({ provider }) => provider),
          all.filter((entry) => scores.has(entry)).map(({ provider }) => provider),
          search,
          facets,
        ),
      };
    },
    async find(ids) {
      await Promise.resolve();
      const all = loaded(entries);
      return ids.flatMap((id) => all.find(({ provider }) => provider.id === id)?.provider ?? []);
    },
    async vocabulary() {
      await Promise.resolve();
      return loaded(words);
    },
  };
}

function entryOf(provider: Provider): Entry {
  const country = ['en', 'fr'].map((language) =>
    new Intl.DisplayNames([language], { type: 'region' }).of(provider.country),
  );
  const other = [provider.description, provider.city, ...country, ...provider.services, ...provider.products];
  return {
    provider,
    nameWords: new Set(tokenize(provider.name)),
    otherWords: new Set(tokenize(other.join(' '))),
  };
}

function byName(one: Entry, other: Entry): number {
  return (
    compare(foldText(one.provider.name), foldText(other.provider.name)) ||
    compare(one.provider.id, other.provider.id)
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

// ── Text ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The providers that match the words, with their scores. */
function textScores(entries: readonly Entry[], words: readonly string[]): ReadonlyMap<Entry, number> {
  const found = words.map((word) => wordScores(entries, word));
  const matched = (entry: Entry) => found.filter((scores) => scores.has(entry)).length;
  const max = Math.max(0, ...entries.map(matched));
  if (max === 0 && words.length > 0) return new Map();
  return new Map(
    entries
      .filter((entry) => matched(entry) === max)
      .map((entry) => {
        const sum = found.reduce((total, scores) => total + (scores.get(entry) ?? 0), 0);
        return [entry, isWholeName(entry, words) ? sum + 1000 : sum];
      }),
  );
}

function isWholeName({ nameWords }: Entry, words: readonly string[]): boolean {
  return words.length > 0 && nameWords.size === words.length && words.every((word) => nameWords.has(word));
}

function wordScores(entries: readonly Entry[], word: string): ReadonlyMap<Entry, number> {
  const scores = new Map<Entry, number>();
  for (const entry of entries) {
    const score = Math.max(
      entry.nameWords.has(word) ? 6 : 0,
      startsAny(entry.nameWords, word) ? 5 : 0,
      entry.otherWords.has(word) ? 4 : 0,
      startsAny(entry.otherWords, word) ? 3 : 0,
    );
    if (score > 0) scores.set(entry, score);
  }
  if (scores.size >= rareWord) return scores;
  const spellings = nearestSpellings(entries, word);
  for (const entry of entries) {
    if (scores.has(entry)) continue;
    if (spellings.some((spelling) => entry.nameWords.has(spelling))) scores.set(entry, 2);
    else if (spellings.some((spelling) => entry.otherWords.has(spelling))) scores.set(entry, 1);
  }
  return scores;
}

function startsAny(words: ReadonlySet<string>, beginning: string): boolean {
  return [...words].some((word) => word.startsWith(beginning));
}

/** The directory's words with the fewest typos, within the tolerance. */
function nearestSpellings(entries: readonly Entry[], word: string): readonly string[] {
  const words = new Set(entries.flatMap(({ nameWords, otherWords }) => [...nameWords, ...otherWords]));
  const typos = [...words].map((candidate) => ({ candidate, typos: typosBetween(word, candidate) }));
  for (let allowed = 1; allowed <= typosForgivenIn(word); allowed++) {
    const near = typos.filter((entry) => entry.typos === allowed);
    if (near.length > 0) return near.map(({ candidate }) => candidate);
  }
  return [];
}

/** Edit distance, where swapped neighbours count as one. */
function typosBetween(one: string, other: string): number {
  const cost = (row: number, column: number): number => table[row]?.[column] ?? 0;
  const table: number[][] = [];
  for (let row = 0; row <= one.length; row++) {
    table.push([]);
    for (let column = 0; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const typos =
        row === 0 || column === 0
          ? row + column
          : Math.min(
              cost(row - 1, column) + 1,
              cost(row, column - 1) + 1,
              cost(row - 1, column - 1) + (same ? 0 : 1),
              row > 1 && column > 1 && swapped ? cost(row - 2, column - 2) + 1 : Infinity,
            );
      table[row]?.push(typos);
    }
  }
  return cost(one.length, other.length);
}

// ── Filters, facets, vocabulary ──────────────────────────────────────────────────────────────────────────────────────

const valuesOf: Readonly<Record<FilterName, (provider: Provider) => readonly string[]>> = {
  country: ({ country }) => [country],
  city: ({ city }) => [city],
  offering: ({ services, products }) => [...services, ...products],
  function: ({ functions }) => functions,
  industry: ({ industries }) => industries,
  size: ({ organizationSizes }) => organizationSizes,
  designation: ({ designations }) => designations,
};

function accepts(filters: ProviderFilters, provider: Provider): boolean {
  return filterNames.every((name) => {
    const wanted = filters[name];
    return wanted === undefined || valuesOf[name](provider).map(foldText).includes(foldText(wanted));
  });
}

function facetsOf(
  all: readonly Provider[],
  found: readonly Provider[],
  search: ProviderSearch,
  asked: readonly FilterName[],
): Facets {
  const facet = (name: FilterName): readonly FacetCount[] => {
    if (!asked.includes(name)) return [];
    const spelling = spellings(all.map(valuesOf[name]));
    const others = withoutFilter(search, name).filters;
    const counts = tally(found.filter((provider) => accepts(others, provider)).map(valuesOf[name]));
    const label = (value: string): string => spelling.get(value) ?? value;
    const ranked = [...counts]
      .sort(([one, many], [other, more]) => more - many || compare(one, other))
      .map(([value, count]) => ({ value: label(value), count }));
    const shown = ranked.slice(0, 100);
    const selected = search.filters[name];
    if (selected === undefined) return shown;
    const value = spelling.get(foldText(selected)) ?? selected;
    if (shown.some((entry) => entry.value === value)) return shown;
    return [...shown.slice(0, 99), ranked.find((entry) => entry.value === value) ?? { value, count: 0 }];
  };
  return {
    country: facet('country'),
    city: facet('city'),
    offering: facet('offering'),
    function: facet('function'),
    industry: facet('industry'),
    size: facet('size'),
    designation: facet('designation'),
  };
}

/** For each folded value, the number of lists that contain it. */
function tally(lists: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const list of lists) {
    for (const value of new Set(list.map(foldText))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** For each folded value, its most frequent spelling. */
function spellings(lists: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  const written = new Map<string, number>();
  for (const value of lists.flat()) written.set(value, (written.get(value) ?? 0) + 1);
  const ranked = [...written].sort(([one, many], [other, more]) => more - many || compare(one, other));
  return new Map(ranked.reverse().map(([value]) => [foldText(value), value]));
}

function vocabularyOf(providers: readonly Provider[]): DirectoryVocabulary {
  const ranked = (filter: FilterName, valuesIn = valuesOf[filter]): string[] => {
    const spelling = spellings(providers.map(valuesOf[filter]));
    return [...tally(providers.map(valuesIn))]
      .sort(([one, many], [other, more]) => more - many || compare(one, other))
      .map(([value]) => spelling.get(value) ?? value);
  };
  return {
    countries: ranked('country'),
    cities: ranked('city').slice(0, 20_000),
    services: ranked('offering', ({ services }) => services),
    products: ranked('offering', ({ products }) => products),
    industries: ranked('industry'),
    designations: ranked('designation'),
  };
}
