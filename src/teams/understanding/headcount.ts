import { organizationSizes, type OrganizationSize } from '../../domain/providers/organization-size.ts';
import { PhraseBook, type SpellingCandidates } from './phrase-book.ts';
import { inEveryLanguage, foldedWords, type Word } from './words.ts';

const people = new Set(
  inEveryLanguage(({ headcount }) => headcount.people).map((phrase) => foldedWords(phrase)[0]),
);
const between = new Set(inEveryLanguage(({ headcount }) => headcount.to).flatMap(foldedWords));
const moreThan = bookOf(inEveryLanguage(({ headcount }) => headcount.moreThan));
const lessThan = bookOf(inEveryLanguage(({ headcount }) => headcount.lessThan));

/** The band that a number of people falls into. */
function organizationSizeFor(headcount: number): OrganizationSize {
  const reached = organizationSizes.filter((size) => Number.parseInt(size, 10) <= headcount);
  return reached.at(-1) ?? '1-9';
}

/**
 * A number of people at `from`: “200 people”, “1,500 employees”, “10 to 50 users”, “plus de 5 000 salariés”, “51-250”.
 * @param candidatesOf spelling candidates for a mistyped word
 * @returns the band of the (larger) number, and the number of words read
 */
export function readHeadcount(
  words: readonly Word[],
  from: number,
  candidatesOf: SpellingCandidates,
): { readonly size: OrganizationSize; readonly length: number } | undefined {
  const folded = words.slice(from, from + 10).map((word) => word.folded);
  const more = moreThan.longest(folded, 0)?.length ?? 0;
  const less = lessThan.longest(folded, 0)?.length ?? 0;
  const first = readNumber(words, from + Math.max(more, less));
  if (first === undefined) return undefined;
  const link = between.has(words[first.end]?.folded ?? '') ? 1 : 0;
  const second = readNumber(words, first.end + link);
  const number = second ?? first;
  const plus = words[number.end]?.gap.startsWith('+') === true;
  const counted = [words[number.end]?.folded, ...candidatesOf(number.end, 0)];
  if (counted.some((word) => people.has(word))) {
    const headcount = number.value + (more > 0 || plus ? 1 : 0) - (less > 0 ? 1 : 0);
    return { size: organizationSizeFor(headcount), length: number.end + 1 - from };
  }
  const band = organizationSizes.find((size) => size === `${first.value}-${second?.value ?? ''}`);
  return band === undefined ? undefined : { size: band, length: number.end - from };
}

/** A whole number written in one word, or in groups of three digits; at most seven digits. */
function readNumber(words: readonly Word[], from: number): { value: number; end: number } | undefined {
  const first = words[from]?.folded ?? '';
  if (!/^[1-9]\d{0,6}$/.test(first)) return undefined;
  let digits = first;
  let end = from + 1;
  while (first.length <= 3 && digits.length <= 4) {
    const next = words[end];
    if (next === undefined || !/^\d{3}$/.test(next.folded) || !/^[\s,.’']$/u.test(next.gap)) break;
    digits += next.folded;
    end++;
  }
  return { value: Number(digits), end };
}

function bookOf(phrases: readonly string[]): PhraseBook<true> {
  const book = new PhraseBook<true>();
  for (const phrase of phrases) book.add(foldedWords(phrase), true);
  return book;
}
