import type { SubscriberId, TenantId } from '../domain/identifiers.ts';
import { changeSubscriber } from './change-subscriber.ts';
import type { Store } from './ports/store.ts';

/**
 * Has nothing more posted to a chat from which the desk was taken away, until it is back.
 * @throws DomainError('store-unavailable')
 */
export async function noteAbsence(
  { store }: { readonly store: Store },
  tenant: TenantId,
  id: SubscriberId,
): Promise<void> {
  await changeSubscriber(store, tenant, id, (known) => known && { ...known, state: 'gone' });
}
