import type { Actor } from '../../domain/actor.ts';
import type { TenantAlert } from '../../domain/tenant/tenant-alert.ts';
import type { Page, Store } from '../ports/store.ts';
import { withPartner, type ReadAlert } from './read-tenant.ts';

/** Alerts read at once while looking for open ones. */
const pageSize = 100;

/**
 * The changes in the tenant that nobody has called expected yet, newest first. Anyone of the tenant may see them.
 * @param query `limit`: maximum to return, 1 or more. `after`: `next` of the previous page
 * @throws DomainError('store-unavailable')
 */
export async function listOpenAlerts(
  store: Store,
  { tenant }: Pick<Actor, 'tenant'>,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
): Promise<Page<ReadAlert>> {
  const found: TenantAlert[] = [];
  let next = after;
  do {
    const query = {
      limit: pageSize,
      order: 'descending',
      ...(next !== undefined && { after: next }),
    } as const;
    const page = await store.list(tenant, 'tenantAlert', query);
    found.push(
      ...page.items.flatMap(({ value }): TenantAlert[] => (value.expected === undefined ? [value] : [])),
    );
    next = page.next;
  } while (next !== undefined && found.length <= limit);
  const shown = found.slice(0, limit);
  const items = await Promise.all(shown.map((alert) => withPartner(store, tenant, alert)));
  const last = shown.at(-1);
  return found.length > limit && last !== undefined ? { items, next: last.id } : { items };
}
