import {
  searchTextLimit,
  type ProviderFilters,
  type ProviderSearch,
} from '../../domain/providers/provider-search.ts';
import type { DirectoryTerms } from './directory-terms.ts';
import type { FilterSense } from './phrase-meaning.ts';
import { partsOf } from './search-parts.ts';
import { writtenText, type Word } from './words.ts';

/** Words read as a search. */
export interface SearchReading {
  readonly search: ProviderSearch;
  /** Whether they ask to find something. */
  readonly seeks: boolean;
  /** Whether they ask to narrow a search. */
  readonly narrows: boolean;
}

/** Reads words as a search: named values become filters, filler words are dropped, the others become its text. */
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
 * A search has one value per filter: the first one named. Further services and products go into its text; further
 * values of other filters are dropped, since a text search would not find them.
 */
function joined(filters: ProviderFilters, { name, filter, counted }: FilterSense): ProviderFilters {
  if (filters[name] === undefined || counted) return { ...filters, ...filter };
  // “A reseller who is a delegated administrator”, in either order.
  const functions = [filters.function, filter.function];
  const isBoth = functions.includes('reseller') && functions.includes('delegatedAdministrator');
  return isBoth ? { ...filters, function: 'resellerAndDelegatedAdministrator' } : filters;
}
