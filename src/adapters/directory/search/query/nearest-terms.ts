import { EditTable } from '../../../../domain/edit-distance.ts';
import type { TermDictionary } from '../index/term-dictionary.ts';
import { typosForgivenIn } from './typo-tolerance.ts';

/**
 * The terms that are the fewest typos away from a word (one at least, and no more than are forgiven): what a person who
 * wrote it may have meant.
 */
export function nearestTerms(dictionary: TermDictionary, word: string): readonly number[] {
  for (let typos = 1; typos <= typosForgivenIn(word); typos++) {
    const near = termsWithin(dictionary, word, typos);
    if (near.length > 0) return near;
  }
  return [];
}

/**
 * Terms at most `most` typos away, the word itself left out. Walks the sorted dictionary once and carries the table of the
 * edit distance from term to term: of each, only the letters that it does not share with the one before are looked at, and
 * once a beginning has too many typos, all terms with that beginning are passed over.
 */
function termsWithin({ terms, shared }: TermDictionary, word: string, most: number): readonly number[] {
  const near: number[] = [];
  const table = new EditTable(word, most);
  let known = 0;
  let hopeless = Infinity;
  for (let place = 0; place < terms.length; place++) {
    const common = shared[place] ?? 0;
    if (common >= hopeless) continue;
    hopeless = Infinity;
    const term = terms[place] ?? '';
    known = Math.min(known, common);
    while (known < term.length && hopeless === Infinity) {
      known++;
      if (table.addRow(term, known) > most) hopeless = known;
    }
    if (hopeless !== Infinity) continue;
    if (table.distanceAt(known) <= most && term !== word) near.push(place);
  }
  return near;
}
