import type { Actor } from '../../domain/actor.ts';
import { languageOf, type Language } from '../../domain/language.ts';
import type { Store } from '../ports/store.ts';
import { retryOnConflict } from './retry-on-conflict.ts';

interface Ports {
  readonly store: Store;
}

/** The language to answer a person in: the one that they asked for, else that of their client's locale. */
export async function languageFor(
  { store }: Ports,
  actor: Actor,
  locale: string | undefined,
): Promise<Language> {
  const person = await store.get(actor.tenant, 'person', actor.person);
  return person?.value.language ?? languageOf(locale);
}

/** Remembers the language that a person asked for. @throws DomainError `store-unavailable` when it could not be kept */
export async function rememberLanguage({ store }: Ports, actor: Actor, language: Language): Promise<void> {
  await retryOnConflict(async () => {
    const person = await store.get(actor.tenant, 'person', actor.person);
    await store.commit(actor.tenant, [
      {
        type: 'put',
        kind: 'person',
        id: actor.person,
        value: { ...person?.value, id: actor.person, language },
        expected: person?.version ?? 'absent',
      },
    ]);
  });
}
