import type { TenantId } from '../domain/identifiers.ts';
import { subscriberIdOf, type Subscriber } from '../domain/notifications/subscriber.ts';
import { changeSubscriber } from './change-subscriber.ts';
import type { Store } from './ports/store.ts';

/**
 * Keeps the address of a registered chat as its newest activity gives it (channels move their service URLs), and tries
 * again to post there where the desk had stopped trying. Does nothing for a chat that is not registered.
 * @returns whether the chat had been gone and wants announcements, so that it may have missed some
 * @throws DomainError('store-unavailable')
 */
export async function notePresence(
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
