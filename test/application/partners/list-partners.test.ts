import assert from 'node:assert/strict';
import type { DatedOffer } from '../../../src/domain/invitations/invitation.ts';
import { from, partnerDesk } from '../../support/desk/partner-desk.ts';
import {
  allan,
  globalAdministrator,
  granularOffer,
  lee,
  megan,
  offerOf,
  resellerOffer,
} from '../../support/examples/invitation-examples.ts';

assert(granularOffer.delegatedAdmin.kind === 'granular');
const mighty: DatedOffer = {
  ...granularOffer,
  delegatedAdmin: {
    ...granularOffer.delegatedAdmin,
    roles: { value: [globalAdministrator], claimed: false },
  },
};

describe('the partners of a tenant', () => {
  const desk = partnerDesk();
  const names = async (...query: Parameters<typeof desk.partners>) =>
    (await desk.partners(...query)).partners.map(({ partner }) => partner.name?.value);

  before(async () => {
    await desk.accept(from('Tailspin Toys', resellerOffer));
    await desk.accept(from('École Fabrikam'));
    await desk.accept(from('Adatum', offerOf('mpsaPartner')));
    await desk.accept(from('Woodgrove', mighty));
    await desk.accept(from('Northwind', { ...granularOffer, delegatedAdmin: { kind: 'classic' } }));
  });

  it('come by the attention they deserve, then by name; anyone of the tenant may see them', async () => {
    const all = ['Northwind', 'Woodgrove', 'École Fabrikam', 'Adatum', 'Tailspin Toys'];
    assert.deepEqual(await names(megan), all);
    assert.deepEqual(await names(lee), all);
  });

  it('are those with delegated permissions, of a function, or of a name, on request', async () => {
    assert.deepEqual(await names(megan, { onlyDelegated: true }), [
      'Northwind',
      'Woodgrove',
      'École Fabrikam',
    ]);
    assert.deepEqual(await names(megan, { function: 'mpsaPartner' }), ['Adatum']);
    assert.deepEqual(await names(megan, { text: 'ecole' }), ['École Fabrikam']);
    assert.deepEqual(await names(megan, { text: 'ecole', function: 'reseller' }), []);
  });

  it('come page by page; a page beyond the end is the last one', async () => {
    const page = await desk.partners(megan, {}, 2, 2);
    assert.equal(page.total, 5);
    assert.deepEqual(await names(megan, {}, 2, 2), ['École Fabrikam', 'Adatum']);
    assert.deepEqual(await names(megan, {}, 40, 2), ['Tailspin Toys']);
    assert.equal((await desk.partners(megan, {}, 40, 2)).offset, 4);
    assert.equal((await desk.partners(megan, { text: 'nobody' }, 40, 2)).offset, 0);
  });

  it('are none of another tenant’s business', async () => {
    assert.deepEqual(await names(allan), []);
  });

  it('are found by what was said of them: the exact name first, a part of it next, or within other words', async () => {
    const said = async (words: string) =>
      (await desk.named(megan, words)).map(({ partner }) => partner.name?.value);
    assert.deepEqual(await said('woodgrove'), ['Woodgrove']);
    assert.deepEqual(await said('fabrikam'), ['École Fabrikam']);
    assert.deepEqual(await said('tailspin toys, please'), ['Tailspin Toys']);
    assert.deepEqual(await said('a'), ['Adatum', 'Tailspin Toys', 'École Fabrikam']);
    assert.deepEqual(await said('Contoso Pharma'), []);
  });
});
