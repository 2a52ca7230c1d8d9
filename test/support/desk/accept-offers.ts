import { recordsAuthority } from '../../../src/adapters/authority/records-authority.ts';
import { configuredRoles } from '../../../src/adapters/roles/configured-roles.ts';
import { newId } from '../../../src/adapters/system/system-clock.ts';
import { authorizeInvitation } from '../../../src/application/invitations/authorize-invitation.ts';
import { receiveSubmittedInvitation } from '../../../src/application/invitations/receive-submitted-invitation.ts';
import type { PartnerAuthority } from '../../../src/application/ports/authority.ts';
import type { Clock } from '../../../src/application/ports/clock.ts';
import type { Store } from '../../../src/application/ports/store.ts';
import { personId, tenantId } from '../../../src/domain/identifiers.ts';
import type { DatedOffer } from '../../../src/domain/invitations/invitation.ts';

const tenant = tenantId('tenant-1');
const adele = { tenant, person: personId('adele'), name: 'Adele Vance' };

/**
 * Has Adele of tenant-1 authorize these offers, which creates partners.
 * @param prefix of the ids they are submitted under
 */
export async function acceptOffers(
  {
    store,
    clock,
    authority = recordsAuthority('inEffect'),
  }: {
    readonly store: Store;
    readonly clock: Clock;
    readonly authority?: PartnerAuthority | undefined;
  },
  offers: readonly DatedOffer[],
  prefix = 'submitted',
): Promise<void> {
  const ports = { store, clock, newId, authority, roles: configuredRoles('everyone') };
  for (const [number, offer] of offers.entries()) {
    const submitted = { postedId: `${prefix}-${number}`, offer, withdrawn: false };
    const { invitation } = await receiveSubmittedInvitation(ports, tenant, submitted);
    await authorizeInvitation(ports, adele, { invitation: invitation.id, settings: {} });
  }
}
