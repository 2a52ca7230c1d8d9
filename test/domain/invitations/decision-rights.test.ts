import assert from 'node:assert/strict';
import { adminRoles } from '../../../src/domain/admin-role.ts';
import { mayDecide, notAllowed } from '../../../src/domain/invitations/decision-rights.ts';
import { solutionProviderFunctions } from '../../../src/domain/solution-provider-function.ts';
import { offerOf, resellerOffer } from '../../support/examples/invitation-examples.ts';

describe('who may decide about an invitation', () => {
  const grants = ['globalAdministrator', 'relationshipAdministrator'];
  const accepts = ['globalAdministrator', 'billingAdministrator', 'relationshipAdministrator'];
  const expected = {
    reseller: accepts,
    delegatedAdministrator: grants,
    resellerAndDelegatedAdministrator: grants,
    partner: accepts,
    mpsaPartner: accepts,
    oemPcPartner: accepts,
    lineOfBusinessPartner: accepts,
  };
  for (const invitedAs of solutionProviderFunctions) {
    it(`to become a ${invitedAs}: ${expected[invitedAs].join(', ')}`, () => {
      const offer = offerOf(invitedAs);
      assert.deepEqual(
        adminRoles.filter((role) => mayDecide(new Set([role]), offer)),
        expected[invitedAs],
      );
      assert.equal(mayDecide(new Set(), offer), false);
      assert.deepEqual([...notAllowed(offer).parameters.roles].sort(), [...expected[invitedAs]].sort());
    });
  }

  it('counts the roles together', () => {
    assert.equal(mayDecide(new Set(adminRoles), offerOf('delegatedAdministrator')), true);
  });

  it('goes by what is granted, so that no classic administration slips through', () => {
    const offer = { ...resellerOffer, delegatedAdmin: { kind: 'classic' } } as const;
    assert.equal(mayDecide(new Set(['billingAdministrator']), offer), false);
  });
});
