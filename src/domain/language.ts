export const languages = ['en', 'fr'] as const;

/** A language that the desk speaks. */
export type Language = (typeof languages)[number];

/** The desk's language for a BCP 47 locale such as `fr-CA`; English for any other or none. */
export function languageOf(locale: string | undefined): Language {
  const primary = locale?.toLowerCase().split(/[-_]/)[0];
  return languages.find((language) => language === primary) ?? 'en';
}
