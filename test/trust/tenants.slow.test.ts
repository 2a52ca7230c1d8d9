import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type DeskProcess } from '../support/desk/desk-process.ts';
import { messageToDesk } from '../support/desk/message-to-desk.ts';
import { homeTenant, otherTenant } from '../support/examples/example-ids.ts';
import { openProduction, type Production } from '../support/servers/production.ts';

const [own, foreign] = [homeTenant, otherTenant];
const named = [own, foreign, undefined];

/** Every combination of the places that can name a tenant. */
const combinations = named.flatMap((conversation) =>
  named.flatMap((channelData) =>
    named.flatMap((from) => named.map((token) => ({ conversation, channelData, from, token }))),
  ),
);

type Places = (typeof combinations)[number];

/** The channel names the tenant in one of two places, and no place names another. */
function isServed({ conversation, channelData, from, token }: Places): boolean {
  const isNamed = conversation === own || channelData === own;
  return isNamed && [conversation, channelData, from, token].every((tenant) => tenant !== foreign);
}

describe('A production desk for one tenant', function () {
  let production: Production;
  let identity: Production['identity'];
  let channel: Production['channel'];
  let desk: DeskProcess;

  before(async () => {
    production = await openProduction();
    ({ identity, channel } = production);
    desk = await production.start();
  });
  after(() => production.close());

  async function send(places: Places, changes: object = {}): Promise<number> {
    const message = messageToDesk(channel.serviceUrl, 'help');
    const activity = {
      ...message,
      conversation: { ...message.conversation, tenantId: places.conversation },
      channelData: places.channelData === undefined ? {} : { tenant: { id: places.channelData } },
      from: { ...message.from, tenantId: places.from },
      ...changes,
    };
    const token = await identity.sign(
      channel.serviceUrl,
      places.token === undefined ? {} : { tid: places.token },
    );
    return (await desk.post(activity, `Bearer ${token}`)).status;
  }

  async function refusals(): Promise<number> {
    const page = await (await fetch(desk.metricsUrl)).text();
    const [, count = '0'] = /refusals_total\{reason="tenant-not-allowed"\} (\d+)/.exec(page) ?? [];
    return Number(count);
  }

  for (const places of combinations) {
    const { conversation = 'none', channelData = 'none', from = 'none', token = 'none' } = places;
    const where = `conversation ${conversation}, channel data ${channelData}, sender ${from}, token ${token}`;
    it(`${isServed(places) ? 'serves' : 'turns away, and counts,'} ${where}`, async () => {
      const before = await refusals();
      assert.equal(await send(places), 200);
      const answer = JSON.stringify(channel.posted.splice(0));
      if (isServed(places)) assert.match(answer, /Find a solution provider/);
      else assert.match(answer, /does not serve your organisation/);
      assert.equal(await refusals(), before + (isServed(places) ? 0 : 1));
    });
  }

  it('turns away, and counts, even activities that get no answer', async () => {
    const before = await refusals();
    const places = { conversation: foreign, channelData: foreign, from: undefined, token: undefined };
    for (const type of ['conversationUpdate', 'messageReaction', 'typing', 'event'])
      await send(places, { type });
    assert.deepEqual(channel.posted, []);
    assert.equal(await refusals(), before + 4);
  });

  it('stores nothing from a tenant it turned away', async () => {
    for (const tenant of [own, foreign]) {
      const places = { conversation: tenant, channelData: tenant, from: undefined, token: undefined };
      await send(places, { text: 'notify here' });
    }
    const files = await readdir(join(production.folder, 'data'), { recursive: true });
    assert.ok(files.some((file) => file.includes(own)));
    assert.deepEqual(
      files.filter((file) => file.includes(foreign)),
      [],
    );
  });
});
