import type { TenantId } from '../../domain/identifiers.ts';
import { subscriberIdOf, type Subscriber } from '../../domain/notifications/subscriber.ts';
import { changeSubscriber } from '../change-subscriber.ts';
import type { Store } from '../ports/store.ts';

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
