import type { TenantId } from '../domain/identifiers.ts';
import type { PartnerRelationship } from '../domain/partners/relationship.ts';
import type { Store } from './ports/store.ts';

const recordsPerRead = 1000;

/** Every relationship of a tenant, in the order of their ids. @throws DomainError('store-unavailable') */
export async function everyRelationship(
  store: Store,
  tenant: TenantId,
): Promise<readonly PartnerRelationship[]> {
  const found: PartnerRelationship[] = [];
  let after: string | undefined;
  do {
    const query = { limit: recordsPerRead, ...(after !== undefined && { after }) };
    const page = await store.list(tenant, 'relationship', query);
    found.push(...page.items.map(({ value }) => value));
    after = page.next;
  } while (after !== undefined);
  return found;
}
