import type { DirectoryVocabulary } from '../../application/ports/provider-directory.ts';
import { isCountry } from '../../domain/country.ts';
import { languages } from '../../domain/language.ts';
import { organizationSizes } from '../../domain/providers/organization-size.ts';
import type { ProviderFilters } from '../../domain/providers/provider-search.ts';
import { solutionProviderFunctions } from '../../domain/solution-provider-function.ts';
import { cityNames } from '../../i18n/lexicon/cities.ts';
import type { Lexicon } from '../../i18n/lexicon/lexicon.ts';
import { fixedWords, oneWordCommands } from './fixed-words.ts';
import { PhraseBook } from './phrase-book.ts';
import type { FilterSense, Sense } from './phrase-meaning.ts';
import { Spelling } from './spelling.ts';
import { namesOf, ValueNames } from './value-names.ts';
import { inEveryLanguage, lexicons, foldedWords } from './words.ts';

/** Everything that words can mean in a search of one directory. */
export interface DirectoryTerms {
  readonly book: PhraseBook<Sense>;
  readonly spelling: Spelling;
  /** Whether a word occurs in names of places only. */
  readonly isPlaceOnly: (word: string) => boolean;
}

const cached = new WeakMap<DirectoryVocabulary, DirectoryTerms>();

/** The terms of a vocabulary; cached per vocabulary object, which changes only when another directory is loaded. */
export function termsOf(vocabulary: DirectoryVocabulary): DirectoryTerms {
  const before = cached.get(vocabulary);
  if (before !== undefined) return before;
  const terms = buildTerms(vocabulary);
  cached.set(vocabulary, terms);
  return terms;
}

function buildTerms(vocabulary: DirectoryVocabulary): DirectoryTerms {
  const book = new PhraseBook<Sense>();
  addSearchWords(book);
  addValues(book, vocabulary);
  const wordsBeforePlaces = new Set([...book.words, ...fixedWords]);
  addCountries(book);
  addCities(book, vocabulary.cities);
  const everyWord = new Set([...wordsBeforePlaces, ...book.words]);
  const correctable = [...everyWord].filter((word) => !shortSmallWords.has(word));
  return {
    book,
    spelling: new Spelling(everyWord, correctable),
    isPlaceOnly: (word) => !wordsBeforePlaces.has(word),
  };
}

/** Typos are not corrected to short filler words, since a name is more likely, unless they are commands. */
const shortSmallWords = new Set(
  inEveryLanguage(({ search }) => [...search.small, ...search.ordinary])
    .flatMap(foldedWords)
    .filter((word) => word.length < 6 && !oneWordCommands.has(word)),
);

function addSearchWords(book: PhraseBook<Sense>): void {
  for (const { search, headcount } of lexicons) {
    for (const phrase of search.seek) book.add(foldedWords(phrase), { kind: 'seek' });
    for (const phrase of search.only) book.add(foldedWords(phrase), { kind: 'only' });
    for (const phrase of [...search.small, ...search.ordinary, ...headcount.people]) {
      book.add(foldedWords(phrase), { kind: 'small' });
    }
  }
}

/** The directory's own values come before aliases, so that an alias never hides a value. */
function addValues(book: PhraseBook<Sense>, vocabulary: DirectoryVocabulary): void {
  const { services, products, industries, designations } = vocabulary;
  const lists: readonly [readonly string[], keyof Lexicon['values'], (value: string) => FilterSense][] = [
    [products, 'offerings', (offering) => filterSense('offering', { offering }, true)],
    [services, 'offerings', (offering) => filterSense('offering', { offering }, false)],
    [industries, 'industries', (industry) => filterSense('industry', { industry }, false)],
    [designations, 'designations', (designation) => filterSense('designation', { designation }, false)],
  ];
  for (const [values, , sense] of lists) {
    for (const value of values) for (const name of namesOf(value)) book.add(name, sense(value));
  }
  addFunctionsAndSizes(book);
  for (const [values, aliases, sense] of lists) {
    const names = new ValueNames(values);
    const keys = new Set(lexicons.flatMap((lexicon) => Object.keys(lexicon.values[aliases])));
    for (const key of keys) {
      const group = [key, ...inEveryLanguage((lexicon) => lexicon.values[aliases][key])];
      const value = names.find(group);
      if (value === undefined) continue;
      for (const name of group) book.add(foldedWords(name), sense(value));
    }
  }
}

function addFunctionsAndSizes(book: PhraseBook<Sense>): void {
  for (const name of solutionProviderFunctions) {
    for (const phrase of inEveryLanguage(({ functions }) => functions[name])) {
      book.add(foldedWords(phrase), filterSense('function', { function: name }, false));
    }
  }
  for (const size of organizationSizes) {
    for (const phrase of inEveryLanguage(({ sizes }) => sizes[size])) {
      book.add(foldedWords(phrase), filterSense('size', { size }, false));
    }
  }
}

function addCountries(book: PhraseBook<Sense>): void {
  const names = languages.map(
    (language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }),
  );
  for (const country of countryCodes()) {
    const sense = filterSense('country', { country }, true);
    const proper = names.map((displayNames) => displayNames.of(country) ?? '');
    for (const name of proper.flatMap(namesOf)) book.add(name, sense);
    for (const name of inEveryLanguage(({ countries }) => countries[country]))
      book.add(foldedWords(name), sense);
  }
}

function* countryCodes(): Iterable<string> {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  for (const first of letters) {
    for (const second of letters) if (isCountry(first + second)) yield first + second;
  }
}

function addCities(book: PhraseBook<Sense>, cities: readonly string[]): void {
  const byName = new Map<string, string>();
  for (const city of cities) {
    const name = foldedWords(city);
    book.add(name, filterSense('city', { city }, true));
    const key = name.join(' ');
    if (!byName.has(key)) byName.set(key, city);
  }
  for (const group of cityNames) {
    const city = group
      .map((name) => byName.get(foldedWords(name).join(' ')))
      .find((found) => found !== undefined);
    if (city === undefined) continue;
    for (const name of group) book.add(foldedWords(name), filterSense('city', { city }, true));
  }
}

function filterSense(name: FilterSense['name'], filter: ProviderFilters, proper: boolean): FilterSense {
  return { kind: 'filter', name, filter, proper };
}
