import type { ResultsWords } from '../../i18n/lexicon/lexicon.ts';
import type { OrdinalReference, Refinement } from './meaning.ts';
import { PhraseBook, type SpellingCandidates } from './phrase-book.ts';
import { lexicons, foldedWords } from './words.ts';

/** The role of a word in a reference to results. `one` is the number and the pronoun. */
type Pointer =
  | { readonly kind: 'ordinal' | 'cardinal'; readonly number: number }
  | { readonly kind: 'one' | 'last' | 'all' | 'contact' | 'page' | 'number' | 'noun' | 'filler' };

const book = new PhraseBook<Pointer>();
for (const { results } of lexicons) addPointers(results);

/** At most two digits: “365” is not a position. */
const numeral = /^([1-9]\d?)(?:st|nd|rd|th|e|er|ere|re|eme|nde)?$/;

/**
 * Reads words that only refer to results or pages: “the second one”, “contact 1 and 3”, “les deux premiers”.
 * @returns undefined if there is any other word
 */
export function readOrdinalReferences(
  words: readonly string[],
  candidatesOf: SpellingCandidates,
): Refinement | undefined {
  const pointers = pointersOf(words, candidatesOf);
  const positions = referencesOf(pointers);
  if (pointers.length === 0 || positions === undefined) return undefined;
  const says = (kind: Pointer['kind']) => pointers.some((pointer) => pointer.kind === kind);
  const [position] = positions;
  if (says('contact') && !says('page')) {
    if (position !== undefined) return { kind: 'contact', references: positions };
    if (says('all')) return { kind: 'contact', references: 'all' };
    return says('noun') ? undefined : { kind: 'contact', references: [] };
  }
  if (position === undefined || positions.length > 1) return undefined;
  return says('page') ? { kind: 'page', page: position } : { kind: 'open', position };
}

/** The role of each word; empty if one of them has none. */
function pointersOf(words: readonly string[], candidatesOf: SpellingCandidates): Pointer[] {
  const pointers: Pointer[] = [];
  let index = 0;
  while (index < words.length) {
    const digits = numeral.exec(words[index] ?? '')?.[1];
    const found = digits === undefined ? book.longest(words, index, candidatesOf) : undefined;
    const pointer: Pointer | undefined =
      digits === undefined ? found?.senses[0] : { kind: 'cardinal', number: Number(digits) };
    if (pointer === undefined) return [];
    pointers.push(pointer);
    index += found?.length ?? 1;
  }
  return pointers;
}

/** @returns undefined for a count from the end (“the last two”), which is not supported */
function referencesOf(pointers: readonly Pointer[]): OrdinalReference[] | undefined {
  const positions = new Set<OrdinalReference>();
  for (const [index, pointer] of pointers.entries()) {
    const before = pointers[index - 1];
    const after = pointers[index + 1];
    const pair = [before, pointer, after];
    if (pointer.kind === 'last') {
      if (before?.kind === 'cardinal' || after?.kind === 'cardinal') return undefined;
      positions.add('last');
    } else if (
      pointer.kind === 'cardinal' &&
      pair.some((one) => one?.kind === 'ordinal' && one.number === 1)
    ) {
      for (let position = 1; position <= pointer.number; position++) positions.add(position);
    } else if (pointer.kind === 'cardinal' || pointer.kind === 'ordinal') {
      positions.add(pointer.number);
    } else if (pointer.kind === 'one' && isNumber(before, after)) positions.add(1);
  }
  return [...positions];
}

/** “number one” and “contact one”, but not “the second one” nor « un fournisseur ». */
function isNumber(before: Pointer | undefined, after: Pointer | undefined): boolean {
  const isPronoun = before !== undefined && !['number', 'contact', 'page'].includes(before.kind);
  return !isPronoun && after?.kind !== 'noun';
}

function addPointers(results: ResultsWords): void {
  const add = (phrases: readonly string[], pointer: Pointer) => {
    for (const phrase of phrases) book.add(foldedWords(phrase), pointer);
  };
  results.ordinals.forEach((forms, index) => {
    add(forms.split('/'), { kind: 'ordinal', number: index + 1 });
  });
  results.cardinals.forEach((forms, index) => {
    add(forms.split('/'), index === 0 ? { kind: 'one' } : { kind: 'cardinal', number: index + 1 });
  });
  add(results.first, { kind: 'ordinal', number: 1 });
  add(results.last, { kind: 'last' });
  add(results.contact, { kind: 'contact' });
  add(results.page, { kind: 'page' });
  add(results.all, { kind: 'all' });
  add(results.number, { kind: 'number' });
  add(results.this, { kind: 'filler' });
  add(results.one, { kind: 'noun' });
  add([...results.open, ...results.between], { kind: 'filler' });
}
