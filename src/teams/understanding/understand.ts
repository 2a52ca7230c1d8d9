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
import { ownPartnersIn, ownRemovalIn } from './own-partners.ts';
import { cancellationIn, historyIn, removalIn } from './partner-commands.ts';
import { readSearch, type SearchReading } from './read-search.ts';
import { understandRefinement } from './understand-refinement.ts';
import { wordsOf, writtenText, type Word } from './words.ts';

type Removal = Extract<Meaning, { readonly kind: 'removePermissions' }>;

/** The context of a text. */
export interface Context {
  /** The directory's values; any other name is search text. */
  readonly vocabulary: DirectoryVocabulary;
  /** Whether the person has a search on show that words such as “next” or “only in France” can refer to. */
  readonly searchOpen: boolean;
}

/**
 * What a person meant by a text in English or French, forgiving typos. Never throws. Only the beginning of a long text
 * is read, so its length does not add to the time.
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
  const ownRemoval = ownRemovalIn(words, terms);
  if (ownRemoval?.kind === 'partners') return ownRemoval;
  const aboutPartner =
    surerOf(removalIn(words, terms), ownRemoval) ?? cancellationIn(words, terms) ?? historyIn(words, terms);
  if (aboutPartner !== undefined) return aboutPartner;
  const change = searchOpen ? understandRefinement(words, terms) : undefined;
  if (change !== undefined) return { kind: 'refine', change };
  return ownRemoval ?? ownPartnersIn(words, terms) ?? meaningOf(readSearch(words, terms), words, searchOpen);
}

/** Of a removal that was read in two ways, the one that left less for the name; undefined if no phrase begins it. */
function surerOf(phrase: Removal | undefined, own: Removal | undefined): Removal | undefined {
  return phrase !== undefined && own !== undefined && own.partner.length < phrase.partner.length
    ? own
    : phrase;
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

/** “A reseller in Lyon” is a complete request; “in Lyon” needs a search before it. */
function isWholeRequest(search: ProviderSearch): boolean {
  return search.filters.function !== undefined && activeFilters(search).length > 1;
}
