import type { OrganizationSize } from '../../domain/providers/organization-size.ts';
import type { FilterName } from '../../domain/providers/provider-search.ts';
import type { SolutionProviderFunction } from '../../domain/solution-provider-function.ts';

type Phrases = readonly string[];

/** What a person can ask for in a few fixed words. */
export type CommandName =
  | 'help'
  | 'greeting'
  | 'speakEnglish'
  | 'speakFrench'
  | 'myRequests'
  | 'invitations'
  | 'decidedInvitations'
  | 'partners'
  | 'delegatedPartners'
  | 'reviewPartners'
  | 'history'
  | 'exportHistory'
  | 'exportHistoryAsJsonLines'
  | 'notifyHere'
  | 'stopNotifying';

/** What can be said of the results on show in a few fixed words. */
export type ResultsCommandName = 'nextPage' | 'previousPage' | 'results' | 'clear' | 'anywhere';

/**
 * The words that people use in one language: what they type, as the catalogue is what the desk answers. Case, accents
 * and hyphens do not matter, and slips are forgiven, so one spelling of each is enough.
 */
export interface Lexicon {
  readonly commands: Readonly<Record<CommandName, Phrases>>;
  /** They ask what happened with a partner; its name follows. */
  readonly history: Phrases;
  /** They ask to take delegated permissions away; the partner’s name may follow. */
  readonly removal: Phrases;
  /** Single words that are said around a request for politeness. */
  readonly courtesy: Phrases;
  readonly search: SearchWords;
  /** What people call a value of the directory, by the value; for those that they call by another name as well. */
  readonly values: {
    readonly offerings: Readonly<Record<string, Phrases>>;
    readonly industries: Readonly<Record<string, Phrases>>;
    readonly designations: Readonly<Record<string, Phrases>>;
  };
  readonly functions: Readonly<Record<SolutionProviderFunction, Phrases>>;
  readonly sizes: Readonly<Record<OrganizationSize, Phrases>>;
  /** Short or loose names of countries, by ISO 3166-1 alpha-2; `Intl` knows the proper ones. */
  readonly countries: Readonly<Record<string, Phrases>>;
  readonly headcount: {
    /** What a number of people is counted in. */
    readonly people: Phrases;
    /** Before a number that is not reached, or is passed. */
    readonly moreThan: Phrases;
    readonly lessThan: Phrases;
    /** Between two numbers. */
    readonly to: Phrases;
  };
  readonly results: ResultsWords;
}

/** The words around what is looked for. */
interface SearchWords {
  /** They tell that something is looked for: verbs of looking, and the ordinary nouns for who is looked for. */
  readonly seek: Phrases;
  /** They tell that the search on show is to be narrowed. */
  readonly only: Phrases;
  /** They say nothing about what is looked for. */
  readonly small: Phrases;
  /** A place may follow; spelled with their accents, since French « à » tells a place and English “a” does not. */
  readonly beforePlace: Phrases;
  /** A product may follow. */
  readonly beforeOffering: Phrases;
  /** Ordinary words that are also, or look like, a city or a product: “nice”, “reading”, “mail”. */
  readonly ordinary: Phrases;
}

/** The words for pointing at results and filters. */
export interface ResultsWords {
  readonly commands: Readonly<Record<ResultsCommandName, Phrases>>;
  readonly contact: Phrases;
  readonly open: Phrases;
  readonly page: Phrases;
  /** Before a number: “number 2”. */
  readonly number: Phrases;
  readonly all: Phrases;
  readonly last: Phrases;
  /** “First”, where a count comes with it: “the first two”, « les deux premiers ». */
  readonly first: Phrases;
  /** 1 to 10; forms of one number are joined with `/`. */
  readonly cardinals: Phrases;
  /** First to tenth, in letters; forms of one place are joined with `/`. */
  readonly ordinals: Phrases;
  /** What a result is called when it is pointed at: “one”, “provider”. */
  readonly one: Phrases;
  /** The result or results that are meant already: “it”, “this one”. */
  readonly this: Phrases;
  /** Small words between positions: “the”, “and”. */
  readonly between: Phrases;
  readonly remove: Phrases;
  /** What a filter is called. */
  readonly filters: Readonly<Record<FilterName, Phrases>>;
}
