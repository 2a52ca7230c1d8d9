import type { DirectoryVocabulary } from '../../application/ports/provider-directory.ts';
import {
  activeFilters,
  everyProvider,
  searchTextLimit,
  type ProviderSearch,
} from '../../domain/providers/provider-search.ts';
import { commandIn } from './commands.ts';
import { termsOf } from './directory-terms.ts';
import type { Meaning } from './meaning.ts';
import { historyIn, removalIn } from './partner-commands.ts';
import { readSearch, type SearchReading } from './read-search.ts';
import { understandRefinement } from './understand-refinement.ts';
import { wordsOf, writtenText, type Word } from './words.ts';

/** What the words are said into. */
export interface Context {
  /** What the directory's values are; names of anything else are text to look for. */
  readonly vocabulary: DirectoryVocabulary;
  /** Whether the person has a search on show that words such as “next” or “only in France” can be about. */
  readonly searchOpen: boolean;
}

/**
 * What a person meant by what they typed, in English or French, whichever they speak. Slips of typing are forgiven.
 * Takes any text, however long, in time that its length does not raise beyond some hundred words; never throws.
 */
export function understand(text: string, { vocabulary, searchOpen }: Context): Meaning {
  const words = wordsOf(text);
  if (words.length === 0) return withoutWords(text.slice(0, 2 * searchTextLimit).trim());
  const terms = termsOf(vocabulary);
  const command = commandIn(
    words.map((word) => word.folded),
    terms,
  );
  if (command !== undefined) return command;
  const aboutPartner = removalIn(words, terms) ?? historyIn(words, terms);
  if (aboutPartner !== undefined) return aboutPartner;
  const change = searchOpen ? understandRefinement(words, terms) : undefined;
  if (change !== undefined) return { kind: 'refine', change };
  return meaningOf(readSearch(words, terms), words, searchOpen);
}

/** A mention of the desk alone is a greeting, and a question mark asks for help. */
function withoutWords(said: string): Meaning {
  if (said === '') return { kind: 'greeting' };
  return said.startsWith('?') ? { kind: 'help' } : { kind: 'unknown', search: everyProvider };
}

function meaningOf(
  { search, seeks, narrows }: SearchReading,
  words: readonly Word[],
  searchOpen: boolean,
): Meaning {
  const { filters, text } = search;
  const names = activeFilters(search).length > 0;
  if (searchOpen && (narrows || (names && !seeks && !isWholeRequest(search))) && (names || text !== '')) {
    return { kind: 'refine', change: { kind: 'narrow', filters, ...(text === '' ? {} : { text }) } };
  }
  if (seeks || names) return { kind: 'find', search };
  const said = text === '' ? writtenText(words, [...words.keys()]) : text;
  return { kind: 'unknown', search: { text: said, filters } };
}

/** “A reseller in Lyon” says who and what for, and needs no search before it to be understood; “in Lyon” does. */
function isWholeRequest(search: ProviderSearch): boolean {
  return search.filters.function !== undefined && activeFilters(search).length > 1;
}
