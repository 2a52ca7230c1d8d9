import type { ProviderId, TenantId } from '../../domain/identifiers.ts';
import type { Instant } from '../../domain/instant.ts';
import type { InvitingPartner } from '../../domain/invitations/invitation.ts';
import { seenIn } from '../../domain/tenant/join-partners.ts';
import { knownAs } from '../../domain/tenant/known-as.ts';
import type { TenantAlert } from '../../domain/tenant/tenant-alert.ts';
import type { Store } from '../ports/store.ts';
import { readSnapshot } from '../runtime/read-snapshot.ts';

/** An alert with the partner as it is best known. */
export interface ReadAlert {
  readonly alert: TenantAlert;
  readonly partner: InvitingPartner;
}

/** Reads an alert, for the notice about it. @throws DomainError('store-unavailable') */
export async function readAlert(store: Store, tenant: TenantId, id: string): Promise<ReadAlert | undefined> {
  const alert = (await store.get(tenant, 'tenantAlert', id))?.value;
  return alert && { alert, partner: await partnerKnownAs(store, tenant, alert.partner) };
}

/** Maximum alerts read for one message about all. */
const maxAlerts = 1000;

/** The alerts that were raised at one moment. @throws DomainError('store-unavailable') */
export async function readAlertsAt(
  store: Store,
  tenant: TenantId,
  at: Instant,
): Promise<readonly TenantAlert[]> {
  const { items } = await store.list(tenant, 'tenantAlert', { limit: maxAlerts, order: 'descending' });
  return items.flatMap(({ value }) => (value.at === at ? [value] : []));
}

/**
 * A partner by the best name for it: as invitations had it, else as its tenant calls itself, which proves nothing; else
 * by its id alone.
 * @throws DomainError('store-unavailable')
 */
export async function partnerKnownAs(
  store: Store,
  tenant: TenantId,
  id: ProviderId,
): Promise<InvitingPartner> {
  const relationship = (await store.get(tenant, 'relationship', id))?.value;
  const snapshot = await readSnapshot(store, tenant);
  return knownAs(id, { relationship, seen: seenIn(snapshot, id) });
}
