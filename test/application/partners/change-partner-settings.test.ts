import assert from 'node:assert/strict';
import { isDomainError } from '../../../src/domain/domain-error.ts';
import { partnerDesk } from '../../support/desk/partner-desk.ts';
import { alex, allan, lee, megan, offerOf } from '../../support/examples/invitation-examples.ts';

describe('what a tenant sets for a partner', () => {
  it('takes effect, and is recorded with what it was before', async () => {
    const desk = partnerDesk();
    await desk.accept(offerOf('mpsaPartner'));
    const { relationship } = await desk.set(alex, 'mpsaPartner', { seesOtherPartners: true });
    assert.deepEqual(await desk.relationship(), relationship);
    assert.deepEqual(
      (await desk.partnerHistory()).map(({ by, event }) => [by, event]),
      [
        [
          { person: 'alex', name: 'Alex Wilber' },
          {
            kind: 'partnerSettingsChanged',
            partner: relationship.partner.id,
            function: 'mpsaPartner',
            before: { kind: 'purchases', seesOtherPartners: false },
            after: { kind: 'purchases', seesOtherPartners: true },
          },
        ],
      ],
    );
  });

  it('set to what it is already changes and records nothing', async () => {
    const desk = partnerDesk();
    await desk.accept(offerOf('partner'), { account: 'fabrikam@contoso.example' });
    const { changedNow } = await desk.set(megan, 'partner', { account: 'fabrikam@contoso.example' });
    assert(!changedNow);
    assert.deepEqual(await desk.partnerHistory(), []);
  });

  it('is refused to a person without a role, on record, and to another tenant', async () => {
    const desk = partnerDesk();
    await desk.accept(offerOf('mpsaPartner'));
    const settings = { seesOtherPartners: true };
    await assert.rejects(desk.set(lee, 'mpsaPartner', settings), (error) =>
      isDomainError(error, 'not-allowed'),
    );
    await assert.rejects(desk.set(allan, 'mpsaPartner', settings), (error) =>
      isDomainError(error, 'partner-not-found'),
    );
    assert.deepEqual((await desk.relationship())?.functions[0]?.settings, {
      kind: 'purchases',
      seesOtherPartners: false,
    });
    assert.deepEqual(
      (await desk.partnerHistory()).map(({ event }) => event.kind),
      ['partnerChangeRefused'],
    );
  });
});
