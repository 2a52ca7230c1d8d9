import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../domain/actor.ts';
import type { Store } from './ports.ts';
import { retryOnConflict } from './retry-on-conflict.ts';

/**
 * Keeps where the desk can reach a person by itself; does nothing where that is known already, or `reference` is undefined.
 * @throws DomainError `store-unavailable` when it could not be kept
 */
export async function rememberConversation(
  { store }: { readonly store: Store },
  actor: Actor,
  reference: Readonly<object> | undefined,
): Promise<void> {
  if (reference === undefined) return;
  await retryOnConflict(async () => {
    const known = await store.get(actor.tenant, 'conversation', actor.person);
    const value = { reference: { ...reference } };
    if (isDeepStrictEqual(known?.value, value)) return;
    const expected = known?.version ?? 'absent';
    await store.commit(actor.tenant, [
      { type: 'put', kind: 'conversation', id: actor.person, value, expected },
    ]);
  });
}
