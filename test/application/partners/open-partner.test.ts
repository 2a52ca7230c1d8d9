import assert from 'node:assert/strict';
import { isDomainError } from '../../../src/domain/domain-error.ts';
import { from, partnerDesk } from '../../support/desk/partner-desk.ts';
import {
  alex,
  allan,
  lee,
  megan,
  offerOf,
  resellerOffer,
} from '../../support/examples/invitation-examples.ts';

describe('a partner that is opened', () => {
  it('says who may remove its permissions and who may change its settings', async () => {
    const desk = partnerDesk();
    await desk.accept();
    const rights = async (person: typeof megan) => {
      const { mayRemove, maySet } = await desk.openPartner(person);
      return [mayRemove, maySet];
    };
    assert.deepEqual(await rights(megan), [true, true]);
    assert.deepEqual(await rights(alex), [false, true]);
    assert.deepEqual(await rights(lee), [false, false]);
  });

  it('has its own history only, newest first, and no more than five entries of it', async () => {
    const desk = partnerDesk();
    await desk.accept(offerOf('mpsaPartner'));
    await desk.accept(from('Northwind', resellerOffer));
    for (let times = 0; times < 4; times += 1) {
      await desk.set(megan, 'mpsaPartner', { seesOtherPartners: times % 2 === 0 });
    }
    const { history } = await desk.openPartner(megan);
    assert.deepEqual(
      history.map(({ event }) => event.kind),
      [...Array<string>(4).fill('partnerSettingsChanged'), 'invitationAuthorized'],
    );
  });

  it('is not found for another tenant', async () => {
    const desk = partnerDesk();
    await desk.accept();
    await assert.rejects(desk.openPartner(allan), (error) => isDomainError(error, 'partner-not-found'));
  });
});
