import { activeFilters } from '../../domain/providers/provider-search.ts';
import type { DirectoryTerms } from './directory-terms.ts';
import type { Refinement } from './meaning.ts';
import { readSearch } from './read-search.ts';
import { readOrdinalReferences } from './result-references.ts';
import { readRemoval, readResultsCommand } from './results-commands.ts';
import { spellingCandidates } from './spelling-candidates.ts';
import type { Word } from './words.ts';

/** The change that the words make to the open search, if they say nothing else; `understand` handles narrowing. */
export function understandRefinement(words: readonly Word[], terms: DirectoryTerms): Refinement | undefined {
  const folded = words.map((word) => word.folded);
  const candidatesOf = (said: readonly string[]) => spellingCandidates(terms, said, () => false);
  return (
    readResultsCommand(folded, candidatesOf) ??
    readOrdinalReferences(folded, candidatesOf(folded)) ??
    removalIn(words, folded, terms, candidatesOf)
  );
}

function removalIn(
  words: readonly Word[],
  folded: readonly string[],
  terms: DirectoryTerms,
  candidatesOf: Parameters<typeof readRemoval>[1],
): Refinement | undefined {
  const removal = readRemoval(folded, candidatesOf);
  if (removal === undefined) return undefined;
  if ('filters' in removal) return { kind: 'drop', filters: removal.filters };
  const { search, seeks } = readSearch(words.slice(removal.valueFrom), terms);
  const filters = activeFilters(search);
  return filters.length === 0 || search.text !== '' || seeks ? undefined : { kind: 'drop', filters };
}
