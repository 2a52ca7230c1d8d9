import type { Actor } from '../../../src/domain/actor.ts';
import { invitationId, personId, providerId, tenantId } from '../../../src/domain/identifiers.ts';
import { instantFrom } from '../../../src/domain/instant.ts';
import {
  newInvitation,
  type DatedOffer,
  type Invitation,
} from '../../../src/domain/invitations/invitation.ts';
import type { SolutionProviderFunction } from '../../../src/domain/solution-provider-function.ts';

export const received = instantFrom(Date.UTC(2026, 10, 23, 9));
export const contoso = tenantId('contoso');

/** A Global Administrator. */
export const megan: Actor = { tenant: contoso, person: personId('megan'), name: 'Megan Bowen' };
/** A Billing Administrator. */
export const alex: Actor = { tenant: contoso, person: personId('alex'), name: 'Alex Wilber' };
/** A Customer Delegated Admin Relationship Administrator. */
export const adele: Actor = { tenant: contoso, person: personId('adele'), name: 'Adele Vance' };
/** Someone without a role. */
export const lee: Actor = { tenant: contoso, person: personId('lee'), name: 'Lee Gu' };
/** A Global Administrator of another tenant. */
export const allan: Actor = { tenant: tenantId('litware'), person: personId('megan'), name: 'Allan Deyoung' };

export const userAdministrator = 'fe930be7-5e62-47db-91af-98c3a49a38b1';
export const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';

export const fabrikam = {
  id: providerId('3b33e682-00c3-41ee-9dd2-a548adf56438'),
  idIsGuess: false,
  name: { value: 'Fabrikam', claimed: false },
  domain: { value: 'fabrikam.com', claimed: false },
} as const;

export const resellerOffer: DatedOffer = {
  partner: fabrikam,
  function: 'reseller',
  delegatedAdmin: { kind: 'none' },
  message: 'Welcome to Fabrikam.',
};

export const granularOffer: DatedOffer = {
  partner: fabrikam,
  function: 'delegatedAdministrator',
  delegatedAdmin: {
    kind: 'granular',
    roles: { value: [userAdministrator], claimed: false },
    durationDays: { value: 730, claimed: false },
    autoExtends: { value: true, claimed: false },
  },
};

/** One offer for each function. */
export function offerOf(invitedAs: SolutionProviderFunction): DatedOffer {
  const administers =
    invitedAs === 'delegatedAdministrator' || invitedAs === 'resellerAndDelegatedAdministrator';
  return administers ? { ...granularOffer, function: invitedAs } : { ...resellerOffer, function: invitedAs };
}

export function exampleInvitation(offer: DatedOffer = resellerOffer, id = 'invitation-1'): Invitation {
  const origin = { kind: 'posted', postedId: 'inv-2041' } as const;
  return newInvitation(offer, { id: invitationId(id), origin, receivedAt: received });
}
