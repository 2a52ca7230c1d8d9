import type { Language } from '../domain/language.ts';

const tags = { en: 'en-GB', fr: 'fr-FR' } as const satisfies Record<Language, string>;

/** How a language writes numbers, dates, lists, countries and plurals; all from `Intl`. */
export interface Format {
  readonly number: (value: number) => string;
  /** `22 November 2026`, in the given IANA time zone (UTC unless told). */
  readonly date: (instant: string, timeZone?: string) => string;
  /** `22 November 2026 at 09:30 UTC`: whoever reads it, the same. */
  readonly moment: (instant: string) => string;
  /** How often midnight passes between two moments: 0 on the same day, 1 for tomorrow, whatever hours a day has. */
  readonly daysUntil: (from: string, to: string) => number;
  /** `a, b and c` */
  readonly list: (items: readonly string[]) => string;
  /** `a, b or c` */
  readonly choice: (items: readonly string[]) => string;
  /** The name of an ISO 3166-1 alpha-2 country; the code itself where there is none. */
  readonly country: (code: string) => string;
  /** The name of a language by its BCP 47 tag. */
  readonly language: (tag: string) => string;
  /** Chooses by the language's own rule: French has one for 0 and 1, English only for 1. */
  readonly plural: (count: number, forms: { readonly one: string; readonly other: string }) => string;
}

export function formatFor(language: Language): Format {
  const tag = tags[language];
  const numbers = new Intl.NumberFormat(tag);
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' });
  const choices = new Intl.ListFormat(tag, { type: 'disjunction' });
  const countries = new Intl.DisplayNames(tag, { type: 'region' });
  const languageNames = new Intl.DisplayNames(tag, { type: 'language' });
  const moments = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  const plurals = new Intl.PluralRules(tag);
  return {
    number: (value) => numbers.format(value),
    date: (instant, timeZone = 'UTC') =>
      new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone }).format(new Date(instant)),
    moment: (instant) => `${moments.format(new Date(instant))} UTC`,
    daysUntil: (from, to) => dayNumber(to) - dayNumber(from),
    list: (items) => lists.format(items),
    choice: (items) => choices.format(items),
    country: remembered((code) => displayName(countries, code)),
    language: (languageTag) => displayName(languageNames, languageTag),
    plural: (count, forms) => (plurals.select(count) === 'one' ? forms.one : forms.other),
  };
}

const day = 24 * 60 * 60 * 1000;

/** The days since 1970 of the date that a calendar shows at a moment. */
function dayNumber(instant: string): number {
  return Math.floor(Date.parse(instant) / day);
}

function displayName(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

/** A card lists up to a hundred countries, and `Intl` takes a microsecond for each: a fifth of what making the card took. */
function remembered(nameOf: (code: string) => string): (code: string) => string {
  const names = new Map<string, string>();
  return (code) => {
    const name = names.get(code) ?? nameOf(code);
    names.set(code, name);
    return name;
  };
}
