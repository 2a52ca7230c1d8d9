import { isDeepStrictEqual } from 'node:util';
import type { TenantId, SubscriberId } from '../../domain/identifiers.ts';
import { DomainError } from '../../domain/domain-error.ts';
import { subscriberIdOf, type Subscriber, type Audience } from '../../domain/notifications/subscriber.ts';
import { remove, upsert } from '../ports/changes.ts';
import type { Change, Store } from '../ports/store.ts';
import { retryOnConflict } from '../runtime/retry-on-conflict.ts';

/** Group chats and channels of one tenant that are told of invitations. Anyone may make new ones. */
const maxGroups = 500;

/** `known`: the chat was subscribed already; at most its address or language changed. */
export type Registration = 'new' | 'known';

/**
 * Subscribes a chat to all announcements: a personal chat once the desk is installed there, a channel or group chat
 * once someone asks for it. One that is new, or comes back, has not seen what is pending. Above the maximum of groups, a
 * new one takes the place of one that the desk was removed from.
 * @param alsoIfNew committed with it, unless the chat was subscribed already
 * @throws DomainError('store-unavailable', or 'too-many-chats' if there is none such)
 */
export async function registerSubscriber(
  { store }: { readonly store: Store },
  tenant: TenantId,
  chat: Pick<Subscriber, 'audience' | 'reference' | 'language'>,
  alsoIfNew: readonly Change[] = [],
): Promise<Registration> {
  const id = subscriberIdOf(chat.audience);
  const value = { ...chat, id, state: 'reachable', isTold: true } as const;
  const also = (known: Subscriber | undefined) => (known?.isTold === true ? [] : alsoIfNew);
  const before = await changeSubscriber(store, tenant, id, () => value, also);
  return before?.state === 'reachable' && before.isTold ? 'known' : 'new';
}

/**
 * Changes a stored subscriber; a no-op if `change` returns an equal value, or undefined.
 * @returns the subscriber as it was before; undefined if there was none
 * @throws DomainError('store-unavailable')
 */
async function changeSubscriber(
  store: Store,
  tenant: TenantId,
  id: SubscriberId,
  change: (known: Subscriber | undefined) => Subscriber | undefined,
  also: (known: Subscriber | undefined) => readonly Change[] = () => [],
): Promise<Subscriber | undefined> {
  return retryOnConflict(async () => {
    const known = await store.get(tenant, 'subscriber', id);
    const value = change(known?.value);
    if (value !== undefined && !isDeepStrictEqual(value, known?.value)) {
      const room =
        known === undefined && value.audience.kind === 'group' ? await makeRoom(store, tenant) : [];
      await store.commit(tenant, [...room, upsert('subscriber', id, value, known), ...also(known?.value)]);
    }
    return known?.value;
  });
}

/** @returns what removes a group that is gone, if there is no room for a new one */
async function makeRoom(store: Store, tenant: TenantId): Promise<Change[]> {
  const before = subscriberIdOf({ kind: 'group', conversation: '' });
  const { items } = await store.list(tenant, 'subscriber', { limit: maxGroups, after: before });
  const groups = items.filter(({ value }) => value.audience.kind === 'group');
  if (groups.length < maxGroups) return [];
  const gone = groups.find(({ value }) => value.state === 'gone');
  if (gone === undefined) throw new DomainError('too-many-chats', { max: maxGroups });
  return [remove('subscriber', gone)];
}

/**
 * Stores the address of a chat, for what concerns only the people in it; leaves its subscription as it was.
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
 * Stores the address of a registered chat from its newest activity (channels move their service URLs), and resumes
 * posting there if the desk had stopped. A no-op for a chat that is not registered.
 * @returns whether the chat had been gone and is subscribed, so that it may have missed announcements
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
 * Stops posting to a chat from which the desk was removed, until it is back.
 * @param alsoIfTold committed with it, if the chat was subscribed
 * @throws DomainError('store-unavailable')
 */
export async function markUnreachable(
  { store }: { readonly store: Store },
  tenant: TenantId,
  id: SubscriberId,
  alsoIfTold: readonly Change[] = [],
): Promise<void> {
  await changeSubscriber(
    store,
    tenant,
    id,
    (known) => known && { ...known, state: 'gone' },
    (known) => (known?.isTold === true ? alsoIfTold : []),
  );
}

/**
 * Unsubscribes a chat. Cards posted there before are still updated.
 * @param alsoIfTold committed with it, if the chat was subscribed
 * @returns whether it was subscribed
 * @throws DomainError('store-unavailable')
 */
export async function stopNotifying(
  { store }: { readonly store: Store },
  tenant: TenantId,
  audience: Audience,
  alsoIfTold: readonly Change[] = [],
): Promise<boolean> {
  const id = subscriberIdOf(audience);
  const before = await changeSubscriber(
    store,
    tenant,
    id,
    (known) => known && { ...known, isTold: false },
    () => alsoIfTold,
  );
  return before?.isTold ?? false;
}
