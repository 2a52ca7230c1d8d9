import type { TenantId } from '../../domain/identifiers.ts';
import type { TenantSnapshot } from '../../domain/tenant/tenant-snapshot.ts';
import type { Store } from '../ports/store.ts';

/** The record id of the one snapshot of a tenant. */
const snapshotId = 'snapshot';

/**
 * What a tenant showed last; undefined if it was never read, or is not read any more.
 * @throws DomainError('store-unavailable')
 */
export async function seenTenant(
  { store, readsTenant = false }: { readonly store: Store; readonly readsTenant?: boolean },
  tenant: TenantId,
): Promise<TenantSnapshot | undefined> {
  if (!readsTenant) return undefined;
  return (await store.get(tenant, 'tenantSnapshot', snapshotId))?.value;
}
