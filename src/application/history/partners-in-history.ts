import { type AuditEvent, partnersOfEvent } from '../../domain/history/audit-entry.ts';
import type { TenantId } from '../../domain/identifiers.ts';
import type { InvitingPartner } from '../../domain/invitations/invitation.ts';
import { seenIn } from '../../domain/tenant/join-partners.ts';
import { knownAs } from '../../domain/tenant/known-as.ts';
import type { Store } from '../ports/store.ts';
import { readSnapshot } from '../runtime/read-snapshot.ts';

/** The partners that an event is about, with their names from the tenant's records, else from what it shows. */
export async function partnersInHistory(
  store: Pick<Store, 'get'>,
  tenant: TenantId,
  event: AuditEvent,
): Promise<readonly InvitingPartner[]> {
  const known = await partnersIn(store, tenant, event);
  return partnersOfEvent(event).map(
    (id) => known.find((partner) => partner.id === id) ?? { id, idIsGuess: false },
  );
}

async function partnersIn(
  store: Pick<Store, 'get'>,
  tenant: TenantId,
  event: AuditEvent,
): Promise<readonly InvitingPartner[]> {
  if ('partner' in event) {
    const invited = await inviting(store, tenant, event);
    if (invited?.name !== undefined) return [invited];
    const relationship = (await store.get(tenant, 'relationship', event.partner))?.value;
    if (relationship?.partner.name !== undefined) return [relationship.partner];
    // Nothing was decided about those that only the tenant shows: it is what names them.
    const seen = seenIn(await readSnapshot(store, tenant), event.partner);
    const known = knownAs(event.partner, { relationship, seen });
    return [known.name === undefined ? (invited ?? known) : known];
  }
  if (!('request' in event)) return [];
  const record = await store.get(tenant, 'contactRequest', event.request);
  return (record?.value.deliveries ?? []).flatMap(({ recipient }) =>
    recipient.kind === 'provider'
      ? [{ id: recipient.provider, idIsGuess: false, name: { value: recipient.name, claimed: false } }]
      : [],
  );
}

/** The partner as the invitation of an event names it. */
async function inviting(
  store: Pick<Store, 'get'>,
  tenant: TenantId,
  event: AuditEvent,
): Promise<InvitingPartner | undefined> {
  if (!('invitation' in event)) return undefined;
  return (await store.get(tenant, 'invitation', event.invitation))?.value.partner;
}
