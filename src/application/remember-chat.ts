import type { TenantId } from '../domain/identifiers.ts';
import { subscriberIdOf, type Subscriber } from '../domain/notifications/subscriber.ts';
import { changeSubscriber } from './change-subscriber.ts';
import type { Store } from './ports/store.ts';

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
