import assert from 'node:assert/strict';
import { providerId } from '../../../src/domain/identifiers.ts';
import {
  acceptancePageOf,
  opensAnotherCloud,
  partnerRelationshipsPage,
  partnersPageOf,
} from '../../../src/domain/invitations/admin-center-page.ts';
import { fabrikam } from '../../support/examples/invitation-examples.ts';

const partner = fabrikam;
const own = `https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=${partner.id}&msppId=0&DAP=false#/BillingAccounts/partner-invitation`;
const request = '11111111-1111-4111-8111-111111111111-22222222-2222-4222-8222-222222222222';

describe('the page on which an invitation is accepted', () => {
  it('is its own link, if that is one of the admin center', () => {
    assert.match(acceptancePageOf({ link: own, partner }), new RegExp(`partnerId=${partner.id}`));
    const granular = `https://admin.cloud.microsoft/?#/partners/invitation/granularAdminRelationships/${request}`;
    assert.match(acceptancePageOf({ link: granular, partner }), new RegExp(request));
  });

  for (const [why, link] of [
    ['there is no link', undefined],
    ['the link is no invitation', 'https://admin.microsoft.com/Adminportal/Home'],
    ['the link goes elsewhere', own.replace('admin.microsoft.com', 'admin.microsoft.com.evil.example')],
    [
      'the link is of a portal that was retired',
      own.replace(
        'admin.microsoft.com/Adminportal/Home',
        'businessstore.microsoft.com/manage/partner-invitation',
      ),
    ],
  ] as const) {
    it(`is the list of partners if ${why}`, () => {
      assert.equal(
        acceptancePageOf({ partner, ...(link !== undefined && { link }) }),
        partnerRelationshipsPage,
      );
    });
  }

  it('is its own link in the tenant’s cloud, and the list of partners in another', () => {
    const page = partnersPageOf('gccHigh');
    const link = own.replace('admin.microsoft.com', 'portal.office365.us');
    assert.equal(acceptancePageOf({ link, partner }, page), link);
    assert.equal(acceptancePageOf({ link: own, partner }, page), page);
    assert.equal(acceptancePageOf({ link, partner }), partnerRelationshipsPage);
    assert.deepEqual(
      [
        opensAnotherCloud({ link }, page),
        opensAnotherCloud({ link: own }, page),
        opensAnotherCloud({}, page),
      ],
      [false, true, false],
    );
  });

  it('is the list of partners if the link is of another partner', () => {
    const other = { ...partner, id: providerId('00000000-0000-4000-8000-000000000009') };
    assert.equal(acceptancePageOf({ link: own, partner: other }), partnerRelationshipsPage);
  });
});
