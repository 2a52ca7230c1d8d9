import type { Actor } from '../../domain/actor.ts';
import { isDomainError } from '../../domain/domain-error.ts';
import { languageOf, type Language } from '../../domain/language.ts';
import type { TimeZone } from '../../domain/time-zone.ts';
import { upsert } from '../ports/changes.ts';
import type { Store } from '../ports/store.ts';
import { retryOnConflict } from './retry-on-conflict.ts';

interface Ports {
  readonly store: Store;
}

/** The language to answer a person in: the one they asked for, else that of their client's locale. */
export async function languageFor(
  { store }: Ports,
  actor: Actor,
  locale: string | undefined,
): Promise<Language> {
  const person = await store.get(actor.tenant, 'person', actor.person);
  return person?.value.language ?? languageOf(locale);
}

/** Stores the language that a person asked for. @throws DomainError `store-unavailable` */
export async function rememberLanguage({ store }: Ports, actor: Actor, language: Language): Promise<void> {
  await retryOnConflict(async () => {
    const person = await store.get(actor.tenant, 'person', actor.person);
    await store.commit(actor.tenant, [
      upsert('person', actor.person, { ...person?.value, id: actor.person, language }, person),
    ]);
  });
}

/**
 * The time zone of a person: the one that their client reports, which is stored for later posts to them, else the
 * stored one. If it cannot be stored now, the next turn tries again.
 * @throws DomainError('store-unavailable') if nothing can be read
 */
export async function timeZoneOf(
  { store }: Ports,
  { tenant, person: id }: Actor,
  told: TimeZone | undefined,
): Promise<TimeZone | undefined> {
  const known = (await store.get(tenant, 'person', id))?.value.timeZone;
  if (told === undefined || told === known) return known;
  try {
    await retryOnConflict(async () => {
      const person = await store.get(tenant, 'person', id);
      const value = { ...person?.value, id, timeZone: told };
      await store.commit(tenant, [upsert('person', id, value, person)]);
    });
  } catch (error) {
    if (!isDomainError(error, 'store-unavailable')) throw error;
  }
  return told;
}
