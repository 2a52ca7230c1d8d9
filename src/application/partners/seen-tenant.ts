import type { TenantId } from '../../domain/identifiers.ts';
import type { TenantSnapshot } from '../../domain/tenant/tenant-snapshot.ts';
import type { Store } from '../ports/store.ts';
import { readSnapshot } from '../runtime/read-snapshot.ts';

/**
 * What a tenant showed last; undefined if it was never read, or is not read any more.
 * @throws DomainError('store-unavailable')
 */
export async function seenTenant(
  { store, readsTenant = false }: { readonly store: Store; readonly readsTenant?: boolean },
  tenant: TenantId,
): Promise<TenantSnapshot | undefined> {
  return readsTenant ? readSnapshot(store, tenant) : undefined;
}
