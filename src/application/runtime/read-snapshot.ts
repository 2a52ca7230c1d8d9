import type { TenantId } from '../../domain/identifiers.ts';
import type { TenantSnapshot } from '../../domain/tenant/tenant-snapshot.ts';
import type { Store } from '../ports/store.ts';

/** The record id of the one snapshot of a tenant. */
export const snapshotId = 'snapshot';

/** What a tenant last showed; undefined if it was never read. @throws DomainError('store-unavailable') */
export async function readSnapshot(
  store: Pick<Store, 'get'>,
  tenant: TenantId,
): Promise<TenantSnapshot | undefined> {
  return (await store.get(tenant, 'tenantSnapshot', snapshotId))?.value;
}
