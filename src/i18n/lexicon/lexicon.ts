import type { OrganizationSize } from '../../domain/providers/organization-size.ts';
import type { FilterName } from '../../domain/providers/provider-search.ts';
import type { SolutionProviderFunction } from '../../domain/solution-provider-function.ts';

type Phrases = readonly string[];

/** Commands with fixed phrases. */
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
  | 'changes'
  | 'setup'
  | 'history'
  | 'exportHistory'
  | 'exportHistoryForEnglishExcel'
  | 'exportHistoryForFrenchExcel'
  | 'exportHistoryAsPlainCsv'
  | 'exportHistoryAsJsonLines'
  | 'notifyHere'
  | 'stopNotifying';

/** Commands with fixed phrases about the displayed results. */
export type ResultsCommandName = 'nextPage' | 'previousPage' | 'results' | 'clear' | 'anywhere';

/**
 * What people type in one language, as the catalogue is what the desk answers. Case, accents and hyphens do not matter,
 * and typos are tolerated, so one spelling of each is enough.
 */
export interface Lexicon {
  readonly commands: Readonly<Record<CommandName, Phrases>>;
  /** Ask for a partner's history; its name follows. */
  readonly history: Phrases;
  /** Ask to remove delegated permissions; the partner’s name may follow. */
  readonly removal: Phrases;
  /** Ask to cancel several invitations; the name of a partner, or of who pasted them, may follow. */
  readonly cancellation: Phrases;
  /** Single words of politeness around a request. */
  readonly courtesy: Phrases;
  readonly search: SearchWords;
  /** Synonyms of directory values, by value. */
  readonly values: {
    readonly offerings: Readonly<Record<string, Phrases>>;
    readonly industries: Readonly<Record<string, Phrases>>;
    readonly designations: Readonly<Record<string, Phrases>>;
  };
  readonly functions: Readonly<Record<SolutionProviderFunction, Phrases>>;
  readonly sizes: Readonly<Record<OrganizationSize, Phrases>>;
  /** Informal names of countries, by ISO 3166-1 alpha-2; `Intl` has the official ones. */
  readonly countries: Readonly<Record<string, Phrases>>;
  readonly headcount: {
    /** Units of a headcount. */
    readonly people: Phrases;
    /** Before an exclusive bound. */
    readonly moreThan: Phrases;
    readonly lessThan: Phrases;
    /** Between two numbers. */
    readonly to: Phrases;
  };
  readonly results: ResultsWords;
}

/** The words around search terms. */
interface SearchWords {
  /** Signal a search: verbs such as “find”, and common nouns for providers. */
  readonly seek: Phrases;
  /** Signal that the current search is to be narrowed. */
  readonly only: Phrases;
  /** Stop words. */
  readonly small: Phrases;
  /** A place may follow; with accents, since French « à » signals a place and English “a” does not. */
  readonly beforePlace: Phrases;
  /** A product may follow. */
  readonly beforeOffering: Phrases;
  /** Ordinary words that are also, or look like, a city or a product: “nice”, “reading”, “mail”. */
  readonly ordinary: Phrases;
}

/** The words that refer to results and filters. */
export interface ResultsWords {
  readonly commands: Readonly<Record<ResultsCommandName, Phrases>>;
  readonly contact: Phrases;
  readonly open: Phrases;
  readonly page: Phrases;
  /** Before a number: “number 2”. */
  readonly number: Phrases;
  readonly all: Phrases;
  readonly last: Phrases;
  /** “First” with a count: “the first two”, « les deux premiers ». */
  readonly first: Phrases;
  /** 1 to 10; forms of one number are joined with `/`. */
  readonly cardinals: Phrases;
  /** First to tenth, as words; forms of one ordinal are joined with `/`. */
  readonly ordinals: Phrases;
  /** Nouns for a result: “one”, “provider”. */
  readonly one: Phrases;
  /** Refer to the results last mentioned: “it”, “this one”. */
  readonly this: Phrases;
  /** Words between ordinal references: “the”, “and”. */
  readonly between: Phrases;
  readonly remove: Phrases;
  /** Names of the filters. */
  readonly filters: Readonly<Record<FilterName, Phrases>>;
}
