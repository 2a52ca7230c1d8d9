import { EditTable } from '../../../../domain/edit-distance.ts';
import type { TermDictionary } from '../index/term-dictionary.ts';
import { typosForgivenIn } from './typo-tolerance.ts';

/**
 * The terms closest to a word by edit distance: at least one typo away, and no more than are tolerated.
 */
export function nearestTerms(dictionary: TermDictionary, word: string): readonly number[] {
  for (let typos = 1; typos <= typosForgivenIn(word); typos++) {
    const near = termsWithin(dictionary, word, typos);
    if (near.length > 0) return near;
  }
  return [];
}

/**
 * Terms at most `maxTypos` away, excluding the word itself. Walks the sorted dictionary once and reuses the edit
 * distance table from term to term: only the letters after the shared prefix are computed, and once a prefix has too
 * many typos, all terms with that prefix are skipped.
 */
function termsWithin({ terms, shared }: TermDictionary, word: string, maxTypos: number): readonly number[] {
  const near: number[] = [];
  const table = new EditTable(word, maxTypos);
  let computed = 0;
  let prunedAt = Infinity;
  for (let place = 0; place < terms.length; place++) {
    const common = shared[place] ?? 0;
    if (common >= prunedAt) continue;
    prunedAt = Infinity;
    const term = terms[place] ?? '';
    computed = Math.min(computed, common);
    while (computed < term.length && prunedAt === Infinity) {
      computed++;
      if (table.addRow(term, computed) > maxTypos) prunedAt = computed;
    }
    if (prunedAt !== Infinity) continue;
    if (table.distanceAt(computed) <= maxTypos && term !== word) near.push(place);
  }
  return near;
}
