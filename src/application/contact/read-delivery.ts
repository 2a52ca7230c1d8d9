import type { Delivery } from '../../domain/contact/contact-delivery.ts';
import type { ContactRequest } from '../../domain/contact/contact-request.ts';
import type { TenantId } from '../../domain/identifiers.ts';
import type { Store } from '../ports/store.ts';

/**
 * Reads one delivery of a contact request, with the request.
 * @returns undefined if there is no such delivery
 * @throws DomainError('store-unavailable')
 */
export async function readDelivery(
  { store }: { readonly store: Store },
  tenant: TenantId,
  {
    request: id,
    delivery: deliveryId,
  }: { readonly request: ContactRequest['id']; readonly delivery: Delivery['id'] },
): Promise<{ readonly request: ContactRequest; readonly delivery: Delivery } | undefined> {
  const request = (await store.get(tenant, 'contactRequest', id))?.value;
  const delivery = request?.deliveries.find((known) => known.id === deliveryId);
  return request === undefined || delivery === undefined ? undefined : { request, delivery };
}
