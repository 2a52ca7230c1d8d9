import type { TenantId } from '../../domain/identifiers.ts';
import type { RecordKind, Records } from '../ports/records.ts';
import type { Page, Store, Versioned } from '../ports/store.ts';

const pageSize = 100;

/** Every record of a kind, ordered by id, read a page at a time. @throws DomainError('store-unavailable') */
export async function* listAll<Kind extends RecordKind>(
  store: Store,
  tenant: TenantId,
  kind: Kind,
): AsyncGenerator<Versioned<Records[Kind]>> {
  let after: string | undefined;
  do {
    const page: Page<Versioned<Records[Kind]>> = await store.list(tenant, kind, {
      limit: pageSize,
      ...(after !== undefined && { after }),
    });
    yield* page.items;
    after = page.next;
  } while (after !== undefined);
}
