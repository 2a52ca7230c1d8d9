import {
  searchTextLimit,
  type ProviderFilters,
  type ProviderSearch,
} from '../../domain/providers/provider-search.ts';
import type { DirectoryTerms } from './directory-terms.ts';
import type { FilterSense } from './phrase-meaning.ts';
import { partsOf } from './search-parts.ts';
import { writtenText, type Word } from './words.ts';

/** What words say as a search. */
export interface SearchReading {
  readonly search: ProviderSearch;
  /** Whether they say that something is looked for. */
  readonly seeks: boolean;
  /** Whether they say that a search is to be narrowed. */
  readonly narrows: boolean;
}

/** Reads words as a search: values that they name become filters, words that say nothing go, the others are its text. */
export function readSearch(words: readonly Word[], terms: DirectoryTerms): SearchReading {
  const parts = partsOf(words, terms);
  const doubted = parts.length === 1 ? parts[0]?.doubted : undefined;
  let filters: ProviderFilters = doubted?.filter ?? {};
  const unnamed: number[] = [];
  const furtherOfferings = new Set<string>();
  for (const { from, length, sense } of parts) {
    if (sense === undefined) for (let index = from; index < from + length; index++) unnamed.push(index);
    if (sense?.kind !== 'filter') continue;
    const { offering } = sense.filter;
    if (offering !== undefined && filters.offering !== undefined) furtherOfferings.add(offering);
    filters = joined(filters, sense);
  }
  if (filters.offering !== undefined) furtherOfferings.delete(filters.offering);
  const text = [writtenText(words, unnamed), ...furtherOfferings].join(' ').trim().slice(0, searchTextLimit);
  return {
    search: { text, filters },
    seeks: parts.some((part) => part.sense?.kind === 'seek'),
    narrows: parts.some((part) => part.sense?.kind === 'only'),
  };
}

/**
 * A search holds one value of each filter: the first that was named. Further services and products go into its text,
 * which looks for them; of anything else a further value is left out, since the text would find nothing by it.
 */
function joined(filters: ProviderFilters, { name, filter, counted }: FilterSense): ProviderFilters {
  if (filters[name] === undefined || counted) return { ...filters, ...filter };
  // “A reseller who is a delegated administrator”, in either order.
  const functions = [filters.function, filter.function];
  const isBoth = functions.includes('reseller') && functions.includes('delegatedAdministrator');
  return isBoth ? { ...filters, function: 'resellerAndDelegatedAdministrator' } : filters;
}
