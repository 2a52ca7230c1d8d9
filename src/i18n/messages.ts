import type { Language } from '../domain/language.ts';
import type { TimeZone } from '../domain/time-zone.ts';
import { en } from './en.ts';
import { formatFor, type Format } from './format.ts';
import { fr } from './fr.ts';

/** All texts of the desk in one language, and its formats. */
export type Messages = typeof en & {
  readonly language: Language;
  readonly format: Format;
  /** Whether to mention that the data are samples and that nothing leaves the machine. */
  readonly isSandbox: boolean;
};

const catalogues = { en, fr } satisfies Record<Language, typeof en>;
const cache = new Map<string, Messages>();

/**
 * The messages in a language, with times in a time zone.
 * @param timeZone undefined if unknown, or if the readers' time zones differ: times are then in UTC and marked so
 */
export function messagesIn(language: Language, timeZone?: TimeZone, isSandbox = false): Messages {
  const key = `${language} ${timeZone ?? ''} ${isSandbox}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const messages = { ...catalogues[language], language, format: formatFor(language, timeZone), isSandbox };
  cache.set(key, messages);
  return messages;
}
