import assert from 'node:assert/strict';
import { openLowdbStore } from '../../../src/adapters/store/lowdb-store.ts';
import type { Store } from '../../../src/application/ports/store.ts';
import { later } from '../../../src/domain/instant.ts';
import { invitationDesk } from '../../support/desk/invitation-desk.ts';
import {
  alex,
  contoso,
  fabrikam,
  granularOffer,
  megan,
  offerOf,
  received,
  resellerOffer,
} from '../../support/examples/invitation-examples.ts';
import { everythingOf } from '../../support/examples/stored-values.ts';
import { temporaryFolder } from '../../support/files/temporary-folder.ts';
import { memoryStore } from '../../support/ports/memory-store.ts';
import { recordedLog } from '../../support/ports/recorded-log.ts';
import { awaitingAuthority } from '../../support/ports/awaiting-authority.ts';

/** Receives invitations of every kind in every way, and brings them to every outcome. */
async function liveThroughEverything(store: Store): Promise<void> {
  const authority = awaitingAuthority({ now: () => desk.clock.now() });
  const desk = invitationDesk({ store, authority });
  const notKnown = {
    kind: 'granular',
    roles: 'notKnown',
    durationDays: 'notKnown',
    autoExtends: 'notKnown',
  } as const;
  const link = 'https://admin.microsoft.com/';
  await desk.paste(alex, { origin: 'message', offer: { ...offerOf('oemPcPartner'), link } });
  const bare = { partner: { id: fabrikam.id, idIsGuess: true }, link: `${link}#bare` };
  const pasted = await desk.paste(alex, {
    origin: 'pasted',
    offer: { ...granularOffer, ...bare, delegatedAdmin: notKnown },
  });
  await desk.authorize(megan, pasted.invitation.id);
  await desk.authorize(megan, await desk.receive({ ...granularOffer, delegatedAdmin: { kind: 'classic' } }));
  await desk.authorize(megan, await desk.receive(offerOf('partner')), { account: 'fabrikam@contoso.com' });
  await desk.authorize(alex, await desk.receive(offerOf('mpsaPartner')), { seesOtherPartners: true });
  const seen = await desk.receive(granularOffer);
  await desk.authorize(megan, seen);
  desk.tenant.show(granularOffer);
  await desk.read();
  await desk.cancel(alex, await desk.receive(), 'Not ours.');
  await desk.cancel(alex, await desk.receive());
  await assert.rejects(desk.cancel(alex, await desk.receive(granularOffer)), { code: 'not-allowed' });
  await desk.post({ offer: offerOf('lineOfBusinessPartner'), withdrawn: true });
  await desk.receive({ ...resellerOffer, expiresAt: later(received, 1) });
  await desk.time.pass(1);
  await desk.expire();
}

describe('invitations of every kind in the lowdb store', () => {
  const folder = temporaryFolder();

  it('are after a restart what they were, and what a store in memory would hold', async () => {
    const model = memoryStore();
    await liveThroughEverything(model);
    const expected = await everythingOf(model, contoso);

    const open = () => openLowdbStore({ folder: folder(), log: recordedLog() });
    const first = open();
    await liveThroughEverything(first);
    assert.deepEqual(await everythingOf(first, contoso), expected);
    await first.close();
    const second = open();
    assert.deepEqual(await everythingOf(second, contoso), expected);
    await second.close();
  });
});
