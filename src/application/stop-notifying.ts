import type { TenantId } from '../domain/identifiers.ts';
import { subscriberIdOf, type Audience } from '../domain/notifications/subscriber.ts';
import { changeSubscriber } from './change-subscriber.ts';
import type { Store } from './ports/store.ts';

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
