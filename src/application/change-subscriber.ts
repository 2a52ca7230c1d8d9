import { isDeepStrictEqual } from 'node:util';
import type { SubscriberId, TenantId } from '../domain/identifiers.ts';
import type { Subscriber } from '../domain/notifications/subscriber.ts';
import type { Store } from './ports/store.ts';
import { retryOnConflict } from './runtime/retry-on-conflict.ts';

/**
 * Changes what is kept about a subscriber; stores nothing where `change` returns what there was, or undefined.
 * @returns the subscriber as it was before; undefined where there was none
 * @throws DomainError('store-unavailable')
 */
export async function changeSubscriber(
  store: Store,
  tenant: TenantId,
  id: SubscriberId,
  change: (known: Subscriber | undefined) => Subscriber | undefined,
): Promise<Subscriber | undefined> {
  return retryOnConflict(async () => {
    const known = await store.get(tenant, 'subscriber', id);
    const value = change(known?.value);
    if (value !== undefined && !isDeepStrictEqual(value, known?.value)) {
      const expected = known?.version ?? 'absent';
      await store.commit(tenant, [{ type: 'put', kind: 'subscriber', id, value, expected }]);
    }
    return known?.value;
  });
}
