import { day } from '../domain/instant.ts';
import type { Language } from '../domain/language.ts';
import type { TimeZone } from '../domain/time-zone.ts';

const tags = { en: 'en-GB', fr: 'fr-FR' } as const satisfies Record<Language, string>;

/** Formats numbers, dates, lists, countries and plurals in a language, by `Intl`. */
export interface Format {
  readonly number: (value: number) => string;
  /** `22 November 2026`; `22 November 2026 UTC` if the reader's time zone is unknown. */
  readonly date: (instant: string) => string;
  /** `22 November 2026 at 10:30 CET`; in UTC if the reader's time zone is unknown. */
  readonly moment: (instant: string) => string;
  /** Local midnights between two moments: 0 for today, 1 for tomorrow, whatever the length of the day. */
  readonly daysUntil: (from: string, to: string) => number;
  /** `a, b and c` */
  readonly list: (items: readonly string[]) => string;
  /** `a, b or c` */
  readonly choice: (items: readonly string[]) => string;
  /** The name of an ISO 3166-1 alpha-2 country; the code itself if it has none. */
  readonly country: (code: string) => string;
  /** The name of a language, by BCP 47 tag. */
  readonly language: (tag: string) => string;
  /** Selects by the language's plural rule: French uses `one` for 0 and 1, English for 1 only. */
  readonly plural: (count: number, forms: { readonly one: string; readonly other: string }) => string;
}

/** @param timeZone of the reader; without it, dates are in UTC and marked so */
export function formatFor(language: Language, timeZone?: TimeZone): Format {
  return { ...valuesIn(language), ...datesIn(language, timeZone) };
}

type Dates = Pick<Format, 'date' | 'moment' | 'daysUntil'>;

function datesIn(language: Language, timeZone: TimeZone | undefined): Dates {
  const tag = tags[language];
  const zone = { timeZone: timeZone ?? 'UTC' };
  const date = { day: 'numeric', month: 'long', year: 'numeric', ...zone } as const;
  const time = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const;
  const dates = new Intl.DateTimeFormat(tag, date);
  const moments = new Intl.DateTimeFormat(tag, { ...date, ...time });
  // Swedish short dates are ISO 8601.
  const days = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', ...zone });
  const dayNumber = (instant: string): number => Date.parse(days.format(new Date(instant))) / day;
  return {
    date: (instant) => `${dates.format(new Date(instant))}${timeZone === undefined ? ' UTC' : ''}`,
    moment: (instant) => moments.format(new Date(instant)),
    daysUntil: (from, to) => dayNumber(to) - dayNumber(from),
  };
}

function valuesIn(language: Language): Omit<Format, keyof Dates> {
  const tag = tags[language];
  const numbers = new Intl.NumberFormat(tag);
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' });
  const choices = new Intl.ListFormat(tag, { type: 'disjunction' });
  const countries = new Intl.DisplayNames(tag, { type: 'region' });
  const languageNames = new Intl.DisplayNames(tag, { type: 'language' });
  const plurals = new Intl.PluralRules(tag);
  return {
    number: (value) => numbers.format(value),
    list: (items) => lists.format(items),
    choice: (items) => choices.format(items),
    country: memoized((code) => displayName(countries, code)),
    language: (languageTag) => displayName(languageNames, languageTag),
    plural: (count, forms) => (plurals.select(count) === 'one' ? forms.one : forms.other),
  };
}

function displayName(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

/**
 * A card lists up to a hundred countries, and `Intl` takes a microsecond for each: a fifth of the rendering time. Cards
 * may send anything as a country, so only what can be a code is cached.
 */
function memoized(nameOf: (code: string) => string): (code: string) => string {
  const names = new Map<string, string>();
  return (code) => {
    if (!/^[A-Z]{2}$/.test(code)) return nameOf(code);
    const name = names.get(code) ?? nameOf(code);
    names.set(code, name);
    return name;
  };
}
