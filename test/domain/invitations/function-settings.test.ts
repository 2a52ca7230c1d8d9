import assert from 'node:assert/strict';
import { settingsOf } from '../../../src/domain/invitations/choose-settings.ts';
import { solutionProviderFunctions } from '../../../src/domain/solution-provider-function.ts';

describe('the settings of a function', () => {
  it('of a partner are the account that it was given, where it is known', () => {
    assert.deepEqual(settingsOf('partner', {}), { kind: 'account' });
    assert.deepEqual(settingsOf('partner', { account: ' ' }), { kind: 'account' });
    assert.deepEqual(settingsOf('partner', { account: ' fabrikam@contoso.com ' }), {
      kind: 'account',
      userPrincipalName: 'fabrikam@contoso.com',
    });
  });

  for (const account of ['Fabrikam', 'fabrikam@', 'fabrikam@contoso', 'a@contoso.com, b@contoso.com']) {
    it(`of a partner take no account such as ${account}`, () => {
      assert.throws(() => settingsOf('partner', { account }), { code: 'account-invalid' });
    });
  }

  it('of an MPSA partner hide other partners’ purchases unless they are shown', () => {
    assert.deepEqual(settingsOf('mpsaPartner', {}), { kind: 'purchases', seesOtherPartners: false });
    assert.deepEqual(settingsOf('mpsaPartner', { seesOtherPartners: true }), {
      kind: 'purchases',
      seesOtherPartners: true,
    });
  });

  it('of the others are none, whatever was sent', () => {
    const others = solutionProviderFunctions.filter((one) => one !== 'partner' && one !== 'mpsaPartner');
    for (const invitedAs of others) {
      assert.deepEqual(settingsOf(invitedAs, { account: 'no account', seesOtherPartners: true }), {
        kind: 'none',
      });
    }
  });
});
