import { isDeepStrictEqual } from 'node:util';
import type { TenantId, SubscriberId } from '../../domain/identifiers.ts';
import { subscriberIdOf, type Subscriber, type Audience } from '../../domain/notifications/subscriber.ts';
import { upsert } from '../ports/changes.ts';
import type { Store } from '../ports/store.ts';
import { retryOnConflict } from '../runtime/retry-on-conflict.ts';

/** `known`: the chat was told of everything before, and nothing but its address or language may have changed. */
export type Registration = 'new' | 'known';

/**
 * Has a chat told of everything from now on: a person's own once the desk is installed there, a channel or group chat
 * once someone says so. Whoever is new, or comes back, has not seen what is pending.
 * @throws DomainError('store-unavailable')
 */
export async function registerSubscriber(
  { store }: { readonly store: Store },
  tenant: TenantId,
  chat: Pick<Subscriber, 'audience' | 'reference' | 'language'>,
): Promise<Registration> {
  const id = subscriberIdOf(chat.audience);
  const before = await changeSubscriber(store, tenant, id, () => ({
    ...chat,
    id,
    state: 'reachable',
    isTold: true,
  }));
  return before?.state === 'reachable' && before.isTold ? 'known' : 'new';
}

/**
 * Changes what is kept about a subscriber; stores nothing where `change` returns what there was, or undefined.
 * @returns the subscriber as it was before; undefined where there was none
 * @throws DomainError('store-unavailable')
 */
async function changeSubscriber(
  store: Store,
  tenant: TenantId,
  id: SubscriberId,
  change: (known: Subscriber | undefined) => Subscriber | undefined,
): Promise<Subscriber | undefined> {
  return retryOnConflict(async () => {
    const known = await store.get(tenant, 'subscriber', id);
    const value = change(known?.value);
    if (value !== undefined && !isDeepStrictEqual(value, known?.value)) {
      await store.commit(tenant, [upsert('subscriber', id, value, known)]);
    }
    return known?.value;
  });
}

/**
 * Keeps where a chat is, for what concerns only the people in it; it is told of announcements only where it was before.
 * @throws DomainError('store-unavailable')
 */
export async function rememberChat(
  { store }: { readonly store: Store },
  tenant: TenantId,
  chat: Pick<Subscriber, 'audience' | 'reference' | 'language'>,
): Promise<void> {
  const id = subscriberIdOf(chat.audience);
  await changeSubscriber(store, tenant, id, (known) => {
    const isTold = known?.isTold ?? false;
    return { ...chat, id, language: known?.language ?? chat.language, state: 'reachable', isTold };
  });
}

/**
 * Keeps the address of a registered chat as its newest activity gives it (channels move their service URLs), and tries
 * again to post there where the desk had stopped trying. Does nothing for a chat that is not registered.
 * @returns whether the chat had been gone and wants announcements, so that it may have missed some
 * @throws DomainError('store-unavailable')
 */
export async function markReachable(
  { store }: { readonly store: Store },
  tenant: TenantId,
  { audience, reference }: Pick<Subscriber, 'audience' | 'reference'>,
): Promise<boolean> {
  const id = subscriberIdOf(audience);
  const before = await changeSubscriber(
    store,
    tenant,
    id,
    (known) => known && { ...known, reference, state: 'reachable' },
  );
  return before?.state === 'gone' && before.isTold;
}

/**
 * Has nothing more posted to a chat from which the desk was taken away, until it is back.
 * @throws DomainError('store-unavailable')
 */
export async function markUnreachable(
  { store }: { readonly store: Store },
  tenant: TenantId,
  id: SubscriberId,
): Promise<void> {
  await changeSubscriber(store, tenant, id, (known) => known && { ...known, state: 'gone' });
}

/**
 * Has a chat told of nothing more. Cards that were posted there before are still kept up to date.
 * @returns whether it was told until now
 * @throws DomainError('store-unavailable')
 */
export async function stopNotifying(
  { store }: { readonly store: Store },
  tenant: TenantId,
  audience: Audience,
): Promise<boolean> {
  const id = subscriberIdOf(audience);
  const before = await changeSubscriber(store, tenant, id, (known) => known && { ...known, isTold: false });
  return before?.isTold ?? false;
}
