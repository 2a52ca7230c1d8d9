import assert from 'node:assert/strict';
import type { PartnerAuthority } from '../../../src/application/ports/authority.ts';
import { later } from '../../../src/domain/instant.ts';
import { notifyingDesk } from '../../support/desk/notifying-desk.ts';
import { fabrikam, granularOffer, megan, received } from '../../support/examples/invitation-examples.ts';
import { awaitingAuthority } from '../../support/ports/awaiting-authority.ts';

describe('when delegated permissions are removed', () => {
  it('everyone else is told, each in their own language, once', async () => {
    const desk = await deskWithPartner();
    await desk.remove(megan);
    await desk.remove(megan);
    await desk.quiet();
    assert.deepEqual(desk.readBy('adele'), ['Megan Bowen removed the delegated permissions of Fabrikam.']);
    assert.deepEqual(desk.readBy('alex'), [
      'Megan Bowen a supprimé les autorisations déléguées de Fabrikam.',
    ]);
    assert.deepEqual(desk.readBy('megan'), [], 'who removed them knows already');
  });

  it('nobody is notified of it once the partner was given others', async () => {
    const desk = await deskWithPartner();
    await desk.remove(megan);
    await desk.accept(granularOffer);
    await desk.quiet();
    assert(desk.readBy('adele').every((line) => !line.includes('removed')));
  });

  it('the card changes once the tenant shows it, where the tenant is the truth', async () => {
    const authority = awaitingAuthority({ now: () => later(received, 1000) });
    const desk = await deskWithPartner(authority);
    desk.tenant.show(granularOffer);
    await desk.read();
    await desk.remove(megan);
    await desk.quiet();
    desk.tenant.take(fabrikam.id);
    await desk.read(2);
    await desk.quiet();
    const told = 'Megan Bowen removed the delegated permissions of Fabrikam.';
    const about = desk.readBy('adele').filter((line) => line.includes('removed'));
    assert.deepEqual(about, [told, `${told} (in place)`]);
  });
});

/** A desk whose partner Fabrikam had permissions before anybody was notified. */
async function deskWithPartner(authority?: PartnerAuthority) {
  return notifyingDesk({ ...(authority && { authority }), accepted: [granularOffer] });
}
