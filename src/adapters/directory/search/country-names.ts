import { languages } from '../../../domain/language.ts';

const displayNames = languages.map((language) => new Intl.DisplayNames([language], { type: 'region' }));

/** What people call a country (ISO 3166-1 alpha-2) in each language of the desk, such as `Germany Allemagne`. */
export function countryNames(country: string): string {
  return displayNames.map((names) => names.of(country)).join(' ');
}
