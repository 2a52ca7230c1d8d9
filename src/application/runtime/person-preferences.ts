import type { Actor } from '../../domain/actor.ts';
import { millisecondsOf } from '../../domain/instant.ts';
import { languageOf, type Language } from '../../domain/language.ts';
import type { TimeZone } from '../../domain/time-zone.ts';
import { upsert } from '../ports/changes.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { createRateLimit } from './rate-limit.ts';
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

/** The time zone of a person: the one that their client reports, else the stored one. Stores nothing. */
export async function timeZoneOf(
  { store }: Ports,
  { tenant, person }: Actor,
  told: TimeZone | undefined,
): Promise<TimeZone | undefined> {
  return told ?? (await store.get(tenant, 'person', person))?.value.timeZone;
}

/** At most so many time zones of one person are stored; whoever travels needs no more. */
const timeZoneLimit = { burst: 5, perSecond: 1 / 3600, maxKeys: 100_000 };

/** Stores the time zone that a person's client reports, for later posts to them; of clients that keep changing it, not each. */
export type RememberTimeZone = (actor: Actor, told: TimeZone | undefined) => Promise<void>;

/** What is returned throws DomainError('store-unavailable'). */
export function createTimeZoneMemory({ store, clock }: Ports & { readonly clock: Clock }): RememberTimeZone {
  const waitFor = createRateLimit(timeZoneLimit);
  return async ({ tenant, person: id }, told) => {
    if (told === undefined || told === (await store.get(tenant, 'person', id))?.value.timeZone) return;
    if (waitFor(JSON.stringify([tenant, id]), millisecondsOf(clock.now())) > 0) return;
    await retryOnConflict(async () => {
      const person = await store.get(tenant, 'person', id);
      const value = { ...person?.value, id, timeZone: told };
      await store.commit(tenant, [upsert('person', id, value, person)]);
    });
  };
}
