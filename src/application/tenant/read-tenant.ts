import type { TenantId } from '../../domain/identifiers.ts';
import type { Instant } from '../../domain/instant.ts';
import type { InvitingPartner } from '../../domain/invitations/invitation.ts';
import { knownAs } from '../../domain/tenant/known-as.ts';
import type { TenantAlert } from '../../domain/tenant/tenant-alert.ts';
import type { Store } from '../ports/store.ts';

/** An alert with the partner as it is best known. */
export interface ReadAlert {
  readonly alert: TenantAlert;
  readonly partner: InvitingPartner;
  /** Whether the name is the one that this desk has on record; else it is what the partner's own tenant calls itself. */
  readonly isOnRecord: boolean;
}

/** Reads an alert. @throws DomainError('store-unavailable') */
export async function readAlert(store: Store, tenant: TenantId, id: string): Promise<ReadAlert | undefined> {
  const alert = (await store.get(tenant, 'tenantAlert', id))?.value;
  return alert && withPartner(store, tenant, alert);
}

/** An alert with its partner. @throws DomainError('store-unavailable') */
export async function withPartner(store: Store, tenant: TenantId, alert: TenantAlert): Promise<ReadAlert> {
  const relationship = (await store.get(tenant, 'relationship', alert.partner))?.value;
  return {
    alert,
    partner: knownAs(alert.partner, { relationship, seen: alert }),
    isOnRecord: relationship?.partner.name !== undefined,
  };
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
