import type {
  DirectoryVocabulary,
  FacetCount,
  Facets,
  PageRange,
} from '../../../../application/ports/provider-directory.ts';
import {
  filterNames,
  type FilterName,
  type ProviderFilters,
  type ProviderSearch,
} from '../../../../domain/providers/provider-search.ts';
import { countBits, intersectBits, listBits, noBits, type Bits } from '../index/bitset.ts';
import type { Documents } from '../index/documents.ts';
import { countValues, findValue, type FilterValues } from '../index/filter-values.ts';
import { havingTerms } from '../index/postings.ts';
import { queryWords } from '../index/tokenize.ts';
import { facetOf } from './facet-of.ts';
import { matchText, type TextMatch } from './match-text.ts';
import type { TextIndex } from './match-word.ts';
import { rank } from './rank.ts';

/** An indexed directory. Providers are numbered from 0 in the order of their names. */
export interface SearchIndex {
  readonly text: TextIndex;
  readonly values: FilterValues;
  readonly vocabulary: DirectoryVocabulary;
  readonly documents: Documents;
}

/** The provider numbers of one page, best first, with the total and facets of all results. */
export interface Found {
  readonly total: number;
  readonly page: readonly number[];
  readonly facets: Facets;
}

/** Implements `ProviderDirectory.search`. */
export function searchIndex(index: SearchIndex, { text, filters }: ProviderSearch, range: PageRange): Found {
  const { providers } = index.text;
  const words = queryWords(text);
  const match = words.length === 0 ? undefined : matchText(index.text, words);
  const passing = filterBits(index.values, filters, providers);
  const found = intersection([match?.all, ...passing.values()]);
  return {
    total: found ? countBits(found) : providers,
    page: pageOf(index, match, found, range),
    facets: facetsOf(index.values, range.facets ?? filterNames, filters, passing, match?.all, found),
  };
}

/** The providers that pass each active filter. Must not be modified. */
function filterBits(
  values: FilterValues,
  filters: ProviderFilters,
  providers: number,
): ReadonlyMap<FilterName, Bits> {
  const bits = new Map<FilterName, Bits>();
  for (const name of filterNames) {
    const wanted = filters[name];
    if (wanted === undefined) continue;
    const value = findValue(values, name, wanted);
    const having = value === undefined ? undefined : havingTerms(values.having, [value], providers);
    bits.set(name, having ?? noBits(providers));
  }
  return bits;
}

/** The intersection of the sets; undefined, meaning all providers, if there are none. Must not be modified. */
function intersection(sets: readonly (Bits | undefined)[]): Bits | undefined {
  const [first, ...others] = sets.filter((bits) => bits !== undefined);
  if (!first || others.length === 0) return first;
  const common = first.slice();
  for (const bits of others) intersectBits(common, bits);
  return common;
}

function facetsOf(
  values: FilterValues,
  asked: readonly FilterName[],
  filters: ProviderFilters,
  passing: ReadonlyMap<FilterName, Bits>,
  matching: Bits | undefined,
  found: Bits | undefined,
): Facets {
  const foundCounts = countValues(
    values,
    asked.filter((name) => !passing.has(name)),
    found,
  );
  const facet = (name: FilterName): readonly FacetCount[] => {
    if (!asked.includes(name)) return [];
    if (!passing.has(name)) return facetOf(values, name, foundCounts, undefined);
    const others = filterNames.filter((other) => other !== name).map((other) => passing.get(other));
    const counts = countValues(values, [name], intersection([matching, ...others]));
    return facetOf(values, name, counts, filters[name]);
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

function pageOf(
  { text }: SearchIndex,
  match: TextMatch | undefined,
  found: Bits | undefined,
  range: PageRange,
): readonly number[] {
  if (!found) {
    const length = Math.max(0, Math.min(range.limit, text.providers - range.offset));
    return Array.from({ length }, (_, place) => range.offset + place);
  }
  if (match) return rank(text, match, found, range);
  return [...listBits(found).subarray(range.offset, range.offset + range.limit)];
}
