import assert from 'node:assert/strict';
import { invitationId, providerId } from '../../../src/domain/identifiers.ts';
import { partnerDesk } from '../../support/desk/partner-desk.ts';
import {
  allan,
  contoso,
  fabrikam,
  granularOffer,
  lee,
  megan,
} from '../../support/examples/invitation-examples.ts';

describe('What is refused', () => {
  it('is on record in the tenant of whoever sent another tenant’s id, with nothing of the other tenant', async () => {
    const desk = partnerDesk();
    const waiting = await desk.receive(granularOffer);
    await desk.accept();
    const before = await entriesOf(desk, contoso);
    await assert.rejects(desk.authorize(allan, waiting), { code: 'invitation-not-found' });
    await assert.rejects(desk.remove(allan), { code: 'partner-not-found' });
    const by = { person: allan.person, name: allan.name };
    const unknown = { kind: 'unknownRefused', why: 'unknown' } as const;
    assert.deepEqual(
      (await entriesOf(desk, allan.tenant)).map((entry) => [entry.by, entry.event]),
      [
        [by, { ...unknown, about: 'invitation', id: waiting, wanted: 'authorize' }],
        [by, { ...unknown, about: 'partner', id: fabrikam.id, wanted: 'removeDelegatedAdmin' }],
      ],
    );
    assert.deepEqual(await entriesOf(desk, contoso), before);
  });

  it('is the same to the presser as an id that nobody has', async () => {
    const desk = partnerDesk();
    const waiting = await desk.receive(granularOffer);
    for (const id of [waiting, invitationId('made up')]) {
      await assert.rejects(desk.cancel(allan, id), { code: 'invitation-not-found' });
      await assert.rejects(desk.cancel({ ...lee, tenant: allan.tenant }, id), { code: 'not-allowed' });
    }
  });

  it('is on record once an hour for each person and id, with a maximum for each person', async () => {
    const desk = partnerDesk();
    const waiting = await desk.receive(granularOffer);
    const press = (person: typeof lee, id: string) =>
      assert.rejects(desk.authorize(person, invitationId(id)), { code: 'not-allowed' });
    await Promise.all(Array.from({ length: 200 }, () => press(lee, waiting)));
    assert.equal((await refused(desk)).length, 1);
    for (let number = 0; number < 50; number += 1) await press(lee, `made up ${number}`);
    assert.equal((await refused(desk)).length, 21);
    await assert.rejects(desk.remove(megan, providerId('made up')), { code: 'partner-not-found' });
    assert.equal((await refused(desk)).length, 22);
    // Made-up ids leave room for what is there.
    await assert.rejects(desk.cancel(lee, waiting), { code: 'not-allowed' });
    assert.equal((await refused(desk)).length, 23);
    await desk.time.pass(60 * 60 * 1000);
    await press(lee, waiting);
    assert.equal((await refused(desk)).length, 24);
  });
});

type Desk = ReturnType<typeof partnerDesk>;

async function entriesOf({ store }: Desk, tenant: typeof contoso) {
  return (await store.entries(tenant, 'audit', { limit: 1000 })).items;
}

async function refused(desk: Desk) {
  const entries = await entriesOf(desk, contoso);
  return entries.filter(({ event }) => 'why' in event);
}
