/** The languages that Excel is shown in and that write dates with the names of months. */
const languages = [
  ...[
    'ar',
    'bg',
    'ca',
    'cs',
    'cy',
    'da',
    'de',
    'de-AT',
    'el',
    'en',
    'es',
    'et',
    'eu',
    'fa',
    'fi',
    'fr',
    'fr-CA',
  ],
  ...[
    'ga',
    'gl',
    'he',
    'hi',
    'hr',
    'hu',
    'hy',
    'id',
    'is',
    'it',
    'ka',
    'kk',
    'lt',
    'lv',
    'mk',
    'ms',
    'mt',
    'nb',
  ],
  ...['nl', 'pl', 'pt', 'pt-PT', 'ro', 'ru', 'sk', 'sl', 'sq', 'sr', 'sr-Latn', 'sv', 'th', 'tr', 'uk', 'vi'],
];

/** Short forms of Windows that are no beginning of the name. */
const windowsNames: readonly (readonly [string, number])[] = [
  ['mrz', 3],
  ['mrt', 3],
  ['wrz', 9],
  ['cze', 6],
  ['lip', 7],
];

let names: readonly (readonly [name: string, month: number])[] | undefined;

/**
 * The months (1 to 12) that a word may be the name of in any of the languages, or the beginning of three letters or
 * more: Excel and Unicode shorten months differently.
 */
export function monthsNamed(word: string): readonly number[] {
  const text = foldMonth(word);
  if (text.length < 3) return [];
  names ??= allNames();
  return [...new Set(names.filter(([name]) => name.startsWith(text)).map(([, month]) => month))];
}

/** Without case, accents and dots. */
function foldMonth(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();
}

function allNames(): readonly (readonly [string, number])[] {
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  const named = languages.flatMap((language) =>
    // With a day, Slavic languages inflect the name.
    [
      { month: 'short' } as const,
      { month: 'long' } as const,
      { month: 'long', day: 'numeric' } as const,
    ].flatMap((style) => {
      const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, {
        ...style,
        timeZone: 'UTC',
      });
      return months.map((month): readonly [string, number] => {
        const parts = format.formatToParts(Date.UTC(2026, month - 1, 9));
        return [foldMonth(parts.find(({ type }) => type === 'month')?.value ?? ''), month];
      });
    }),
  );
  return [...named, ...windowsNames].filter(([name]) => name !== '');
}
