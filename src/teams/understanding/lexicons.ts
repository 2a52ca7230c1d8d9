import { en } from '../../i18n/lexicon/en.ts';
import { fr } from '../../i18n/lexicon/fr.ts';
import type { Lexicon } from '../../i18n/lexicon/lexicon.ts';

/** Every language is understood always, whatever the person's own: people mix them. */
export const lexicons: readonly Lexicon[] = [en, fr];

/** The phrases of all lexicons at one place in them. */
export function inEveryLanguage(choose: (lexicon: Lexicon) => readonly string[] | undefined): string[] {
  return lexicons.flatMap((lexicon) => choose(lexicon) ?? []);
}
