import type { Language } from '../domain/language.ts';
import { en } from './en.ts';
import { formatFor, type Format } from './format.ts';
import { fr } from './fr.ts';

/** Every text of the desk in one language, and how that language writes values. */
export type Messages = typeof en & { readonly language: Language; readonly format: Format };

const catalogues: Record<Language, Messages> = {
  en: { ...en, language: 'en', format: formatFor('en') },
  fr: { ...fr, language: 'fr', format: formatFor('fr') },
};

export function messagesIn(language: Language): Messages {
  return catalogues[language];
}
