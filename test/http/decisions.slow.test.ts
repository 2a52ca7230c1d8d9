import assert from 'node:assert/strict';
import { openLowdbStore } from '../../src/adapters/store/lowdb-store.ts';
import { newId } from '../../src/adapters/system/system-clock.ts';
import { receiveSubmittedInvitation } from '../../src/application/invitations/receive-submitted-invitation.ts';
import { tenantId } from '../../src/domain/identifiers.ts';
import type { DatedOffer } from '../../src/domain/invitations/invitation.ts';
import { openDesk } from '../support/desk/open-desk.ts';
import { granularOffer, resellerOffer } from '../support/examples/invitation-examples.ts';
import { temporaryFolder } from '../support/files/temporary-folder.ts';
import { recordedLog } from '../support/ports/recorded-log.ts';

const tenant = tenantId('tenant-1');

describe('Deciding over HTTP, on files', () => {
  const folder = temporaryFolder();
  let store: ReturnType<typeof openLowdbStore>;
  let desk: Awaited<ReturnType<typeof openDesk>>;

  beforeEach(async () => {
    store = openLowdbStore({ folder: folder(), log: recordedLog() });
    desk = await openDesk({ store });
  });
  afterEach(async () => {
    await desk.close();
    await store.close();
  });

  async function received(offer: DatedOffer): Promise<string> {
    const ports = { store, clock: desk.chat.time.clock, newId };
    const posted = { postedId: 'inv-2041', offer, withdrawn: false };
    return (await receiveSubmittedInvitation(ports, tenant, posted)).invitation.id;
  }

  function press(
    verb: string,
    data: object,
    person: string,
    activity = `${person} presses`,
    from = 'tenant-1',
  ) {
    const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
    const message = { ...desk.message('', person, from), id: activity };
    return desk.post({ ...message, type: 'invoke', name: 'adaptiveCard/action', value });
  }

  async function decisions(): Promise<readonly string[]> {
    const { items } = await store.entries(tenant, 'audit', { limit: 1000 });
    return items.map(({ event }) => event.kind).filter((kind) => kind !== 'invitationReceived');
  }

  it('lets one of 200 simultaneous presses count: one decision, one entry, and all are shown who decided', async () => {
    const invitation = await received(resellerOffer);
    const presses = Array.from({ length: 200 }, (_, index) =>
      press(
        index % 2 === 0 ? 'invitation.authorize' : 'invitation.cancel',
        { invitation },
        `person-${index % 20}`,
        `press ${index}`,
      ),
    );
    const answers = await Promise.all(presses);
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
    const [decision, ...others] = await decisions();
    assert.match(decision ?? '', /^invitation(Authorized|Cancelled)$/);
    assert.deepEqual(others, []);
    const who = new Set(
      answers.map(({ text }) => /(The person person-\d+) (authorized|cancelled) it on/.exec(text)?.[0]),
    );
    assert.equal(who.size, 1);
    assert.ok(!who.has(undefined));
    const { items } = await store.list(tenant, 'relationship', { limit: 10 });
    assert.equal(items.length, decision === 'invitationAuthorized' ? 1 : 0);
  });

  it('counts a press once, however often the channel delivers it', async () => {
    const invitation = await received(granularOffer);
    for (let times = 0; times < 5; times += 1) {
      const { text } = await press('invitation.confirm', { invitation }, 'adele');
      assert.match(text, /The person adele authorized it on/);
    }
    assert.deepEqual(await decisions(), ['invitationAuthorized']);
    const [relationship] = (await store.list(tenant, 'relationship', { limit: 10 })).items;
    assert.equal(relationship?.value.functions.length, 1);
  });

  it('shows another tenant nothing and lets it change nothing, whatever ids it sends', async () => {
    const invitation = await received(resellerOffer);
    for (const verb of [
      'invitation.open',
      'invitation.authorize',
      'invitation.confirm',
      'invitation.cancel',
    ]) {
      const { text } = await press(verb, { invitation }, 'adele', verb, 'tenant-2');
      assert.doesNotMatch(text, /Fabrikam/);
    }
    assert.deepEqual(await decisions(), []);
  });

  it('is kept before the presser is answered: a desk on the same files knows it', async () => {
    const invitation = await received(resellerOffer);
    await press('invitation.authorize', { invitation }, 'adele');
    const other = openLowdbStore({ folder: folder(), log: recordedLog() });
    assert.equal((await other.get(tenant, 'invitation', invitation))?.value.status.kind, 'authorized');
    assert.equal((await other.list(tenant, 'relationship', { limit: 10 })).items.length, 1);
    await other.close();
  });
});
