import type { DirectoryVocabulary, Facets } from '../../../application/ports.ts';
import { filterNames } from '../../../domain/provider-search.ts';
import type { FilterName, ProviderSearch } from '../../../domain/provider-search.ts';
import { countBits, keepBits, listBits } from './bits.ts';
import type { Bits } from './bits.ts';
import { countFacet, select } from './count-facet.ts';
import type { Documents } from './documents.ts';
import type { Facet } from './facet.ts';
import { filterBits } from './filter-bits.ts';
import { matchText } from './match-text.ts';
import type { TextMatch } from './match-text.ts';
import type { TextIndex } from './match-word.ts';
import { queryWords } from './query-words.ts';
import { rank } from './rank.ts';

/** A directory made ready to be searched. Providers are numbered from 0 in the order of their names. */
export interface SearchIndex {
  readonly text: TextIndex;
  readonly facets: Readonly<Record<FilterName, Facet>>;
  readonly vocabulary: DirectoryVocabulary;
  readonly documents: Documents;
}

export interface Range {
  readonly offset: number;
  readonly limit: number;
}

/** Numbers of the providers of one page, best first, with what there is to be said about all that were found. */
export interface Found {
  readonly total: number;
  readonly page: readonly number[];
  readonly facets: Facets;
}

/** What `ProviderDirectory.search` promises. */
export function searchIndex(index: SearchIndex, { text, filters }: ProviderSearch, range: Range): Found {
  const { providers } = index.text;
  const words = queryWords(text);
  const match = words.length === 0 ? undefined : matchText(index.text, words);
  const passing = filterBits(index.facets, filters, providers);
  const found = intersection([match?.all, ...passing.values()]);
  const foundSelection = select(found, providers);

  const facet = (name: FilterName) => {
    const others = filterNames.filter((other) => other !== name).map((other) => passing.get(other));
    const selection = passing.has(name)
      ? select(intersection([match?.all, ...others]), providers)
      : foundSelection;
    return countFacet(index.facets[name], selection, filters[name]);
  };
  return {
    total: found ? countBits(found) : providers,
    page: pageOf(index, match, found, range),
    facets: {
      country: facet('country'),
      city: facet('city'),
      offering: facet('offering'),
      function: facet('function'),
      industry: facet('industry'),
      size: facet('size'),
      designation: facet('designation'),
    },
  };
}

/** What is in all of the sets; undefined, which is everything, where there is none. Not to be written to. */
function intersection(sets: readonly (Bits | undefined)[]): Bits | undefined {
  const [first, ...others] = sets.filter((bits) => bits !== undefined);
  if (!first || others.length === 0) return first;
  const common = first.slice();
  for (const bits of others) keepBits(common, bits);
  return common;
}

function pageOf(
  { text }: SearchIndex,
  match: TextMatch | undefined,
  found: Bits | undefined,
  range: Range,
): readonly number[] {
  if (!found) {
    const length = Math.max(0, Math.min(range.limit, text.providers - range.offset));
    return Array.from({ length }, (_, place) => range.offset + place);
  }
  const providers = listBits(found);
  if (match) return rank(text, match, providers, range);
  return [...providers.subarray(range.offset, range.offset + range.limit)];
}
