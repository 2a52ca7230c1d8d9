import type { Language } from '../domain/language.ts';
import type { TimeZone } from '../domain/time-zone.ts';
import { en } from './en.ts';
import { inTenant as inTenantInEnglish } from './en/in-tenant.ts';
import { recorded as recordedInEnglish } from './en/recorded.ts';
import { formatFor, type Format } from './format.ts';
import { fr } from './fr.ts';
import { inTenant as inTenantInFrench } from './fr/in-tenant.ts';
import { recorded as recordedInFrench } from './fr/recorded.ts';
import { withWording } from './with-wording.ts';

/** What a desk may say of its data and decisions. */
export interface Wording {
  /** Whether to mention that the data are samples and that nothing leaves the machine. */
  readonly isSandbox: boolean;
  /**
   * Whether decisions are recorded by the desk and nothing is done in Microsoft 365. Every text about one then says so,
   * whatever effect was stored with it: until the `records` authority was told from the sandbox's, it stored `inEffect`
   * in production too.
   */
  readonly isOnlyRecorded: boolean;
  /**
   * Whether decisions take effect in Microsoft 365, which the desk reads: only what was seen there is then called done.
   * Absent: it is not read.
   */
  readonly readsTenant?: boolean;
}

/** All texts of the desk in one language, and its formats. */
export type Messages = typeof en &
  Required<Wording> & { readonly language: Language; readonly format: Format };

const catalogues = { en, fr } satisfies Record<Language, typeof en>;
const recorded: Record<Language, typeof en> = {
  en: withWording(en, recordedInEnglish),
  fr: withWording(fr, recordedInFrench),
};
const inTenant: Record<Language, typeof en> = {
  en: withWording(en, inTenantInEnglish),
  fr: withWording(fr, inTenantInFrench),
};
/** Least recently used first. Each takes 100 kB outside the heap, and a client chooses among 400 time zones. */
const cache = new Map<string, Messages>();
const maxCached = 100;

/**
 * The messages in a language, with times in a time zone.
 * @param timeZone undefined if unknown, or if the readers' time zones differ: times are then in UTC and marked so
 * @param wording by default the one that claims least
 */
export function messagesIn(
  language: Language,
  timeZone?: TimeZone,
  wording: Wording = { isSandbox: false, isOnlyRecorded: true },
): Messages {
  const { isSandbox, isOnlyRecorded, readsTenant = false } = wording;
  const key = `${language} ${timeZone ?? ''} ${isSandbox} ${isOnlyRecorded} ${readsTenant}`;
  const messages = cache.get(key) ?? compose(language, timeZone, wording);
  cache.delete(key);
  cache.set(key, messages);
  const [oldest] = cache.keys();
  if (cache.size > maxCached && oldest !== undefined) cache.delete(oldest);
  return messages;
}

function compose(
  language: Language,
  timeZone: TimeZone | undefined,
  { isSandbox, isOnlyRecorded, readsTenant = false }: Wording,
): Messages {
  const format = formatFor(language, timeZone);
  const wording = { isSandbox, isOnlyRecorded, readsTenant };
  return { ...catalogueFor(wording)[language], language, format, ...wording };
}

function catalogueFor({ isOnlyRecorded, readsTenant = false }: Wording): Record<Language, typeof en> {
  if (isOnlyRecorded) return recorded;
  return readsTenant ? inTenant : catalogues;
}
