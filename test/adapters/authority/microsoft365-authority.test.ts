import assert from 'node:assert/strict';
import { microsoft365Authority } from '../../../src/adapters/authority/microsoft365-authority.ts';
import { tenantId } from '../../../src/domain/identifiers.ts';
import { partnersPageOf } from '../../../src/domain/invitations/admin-center-page.ts';
import { partnerAuthorityContract } from '../../contracts/partner-authority.ts';
import { exampleRelationship } from '../../support/examples/example-relationship.ts';
import {
  contoso,
  exampleInvitation,
  granularOffer,
  received,
} from '../../support/examples/invitation-examples.ts';

partnerAuthorityContract('The authority of a Microsoft 365 tenant', (clock) =>
  microsoft365Authority({ partnersPage: partnersPageOf('worldwide'), clock }),
);

describe('The authority of a Microsoft 365 tenant', () => {
  const clock = { now: () => received };
  const link =
    'https://admin.microsoft.com/Adminportal/Home#/partners/invitation/granularAdminRelationships/1234abcd-0000-4000-8000-000000000001-1234abcd-0000-4000-8000-000000000002';
  const invitation = { ...exampleInvitation(granularOffer), link };

  it('does nothing, and says where a person completes it: on the page of the invitation itself', async () => {
    const authority = microsoft365Authority({ partnersPage: partnersPageOf('worldwide'), clock });
    assert.deepEqual(await authority.authorize(contoso, invitation), {
      kind: 'awaiting',
      since: received,
      adminCenterPage: link,
    });
  });

  for (const [cloud, host] of [
    ['worldwide', 'admin.microsoft.com'],
    ['gccHigh', 'portal.office365.us'],
    ['dod', 'portal.apps.mil'],
    ['china', 'portal.partner.microsoftonline.cn'],
  ] as const) {
    it(`removes, and accepts without a link, on the list of partners at ${host}`, async () => {
      const authority = microsoft365Authority({ partnersPage: partnersPageOf(cloud), clock });
      const { link: _link, ...without } = invitation;
      for (const effect of [
        await authority.remove(contoso, exampleRelationship()),
        await authority.authorize(contoso, without),
        ...(cloud === 'worldwide' ? [] : [await authority.authorize(contoso, invitation)]),
      ]) {
        const adminCenterPage = `https://${host}/Adminportal/Home#/partners`;
        assert.deepEqual(effect, { kind: 'awaiting', since: received, adminCenterPage });
      }
    });
  }

  it('leads to the page of a simulated tenant, with the partner that asks', async () => {
    const authority = microsoft365Authority({ partnersPage: 'https://localhost:4000/', clock });
    const accepted = await authority.authorize(tenantId('tenant 1'), invitation);
    const removed = await authority.remove(tenantId('tenant 1'), exampleRelationship());
    const pageOf = (effect: typeof removed) => (effect.kind === 'awaiting' ? effect.adminCenterPage : '');
    assert.equal(
      pageOf(accepted),
      `https://localhost:4000/adminportal/home?tenant=tenant+1&partner=${invitation.partner.id}`,
    );
    assert.equal(pageOf(removed), 'https://localhost:4000/?tenant=tenant+1');
  });
});
