import { filterNames, type FilterName } from '../../domain/providers/provider-search.ts';
import type { ResultsCommandName } from '../../i18n/lexicon/lexicon.ts';
import type { Refinement } from './meaning.ts';
import { PhraseBook, type SpellingCandidates } from './phrase-book.ts';
import { withoutCourtesy } from './politeness.ts';
import { lexicons, foldedWords } from './words.ts';

/** What each fixed phrase does to the results on show; the phrases are in the lexicons. */
const commands: Readonly<Record<ResultsCommandName, Refinement>> = {
  nextPage: { kind: 'nextPage' },
  previousPage: { kind: 'previousPage' },
  results: { kind: 'results' },
  clear: { kind: 'clear' },
  anywhere: { kind: 'drop', filters: ['country', 'city'] },
};

const book = new PhraseBook<Refinement>();
const removing = new PhraseBook<true>();
const filterNouns = new PhraseBook<FilterName>();
for (const { results } of lexicons) {
  for (const [name, change] of Object.entries(commands) as [ResultsCommandName, Refinement][]) {
    for (const phrase of results.commands[name]) book.add(withoutCourtesy(foldedWords(phrase)), change);
  }
  for (const phrase of results.remove) removing.add(foldedWords(phrase), true);
  for (const name of filterNames) {
    for (const phrase of results.filters[name]) filterNouns.add(foldedWords(phrase), name);
  }
}

/** The command that the words form as a whole, ignoring politeness: “next page please”. */
export function readResultsCommand(
  words: readonly string[],
  candidatesOf: SpellingCandidatesOf,
): Refinement | undefined {
  const said = withoutCourtesy(words);
  return book.whole(said, candidatesOf(said))[0];
}

/**
 * What to remove, if the words start by asking for that.
 * @returns the filters called by their nouns (“any industry”), or the index of the words that name a value (“drop
 * Azure”)
 */
export function readRemoval(
  words: readonly string[],
  candidatesOf: SpellingCandidatesOf,
): { readonly filters: readonly FilterName[] } | { readonly valueFrom: number } | undefined {
  const valueFrom = removing.longest(words, 0, candidatesOf(words))?.length;
  if (valueFrom === undefined || valueFrom === words.length) return undefined;
  const rest = withoutCourtesy(words.slice(valueFrom));
  const [name] = filterNouns.whole(rest, candidatesOf(rest));
  return name === undefined ? { valueFrom } : { filters: [name] };
}

/** Spelling candidates for typos in these words. */
export type SpellingCandidatesOf = (words: readonly string[]) => SpellingCandidates;
