import type { Language } from '../domain/language.ts';
import type { TimeZone } from '../domain/time-zone.ts';
import { en } from './en.ts';
import { formatFor, type Format } from './format.ts';
import { fr } from './fr.ts';

/** Every text of the desk in one language, and how that language writes values. */
export type Messages = typeof en & {
  readonly language: Language;
  readonly format: Format;
  /** Whether to say that the data are samples and that nothing leaves the machine. */
  readonly isSandbox: boolean;
};

const catalogues = { en, fr } satisfies Record<Language, typeof en>;
const made = new Map<string, Messages>();

/**
 * Every text in a language, for those who live in a time zone.
 * @param timeZone undefined where it is not known, or where people of several read the same: times are then in UTC, and say so
 */
export function messagesIn(language: Language, timeZone?: TimeZone, isSandbox = false): Messages {
  const key = `${language} ${timeZone ?? ''} ${isSandbox}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const messages = { ...catalogues[language], language, format: formatFor(language, timeZone), isSandbox };
  made.set(key, messages);
  return messages;
}
