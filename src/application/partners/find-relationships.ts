import type { Actor } from '../../domain/actor.ts';
import type { TenantId } from '../../domain/identifiers.ts';
import { isName, isNamedIn, isPartOfName } from '../../domain/partners/partner-match.ts';
import type { PartnerRelationship } from '../../domain/partners/relationship.ts';
import { joinPartners, type JoinedPartner } from '../../domain/tenant/join-partners.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { readSnapshot } from '../runtime/read-snapshot.ts';

const recordsPerRead = 1000;

/** Every relationship of a tenant, ordered by id. @throws DomainError('store-unavailable') */
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

/**
 * The partners that a person may mean: those with exactly this name; else those whose name contains what was said; else
 * those whose name it contains. Also those that only the tenant shows. More than one: ask which.
 * @throws DomainError('store-unavailable')
 */
export async function partnersNamed(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  { tenant }: Actor,
  said: string,
): Promise<readonly Pick<JoinedPartner, 'partner'>[]> {
  const [relationships, snapshot] = [
    await everyRelationship(store, tenant),
    await readSnapshot(store, tenant),
  ];
  const all = joinPartners(relationships, snapshot, clock.now());
  for (const means of [isName, isPartOfName, isNamedIn]) {
    const meant = all.filter(({ partner }) => means(partner, said));
    if (meant.length > 0) return meant;
  }
  return [];
}
