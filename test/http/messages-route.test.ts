import assert from 'node:assert/strict';
import fc from 'fast-check';
import { openDesk } from '../support/desk/open-desk.ts';

describe('POST /api/messages', () => {
  let desk: Awaited<ReturnType<typeof openDesk>>;
  before(async () => {
    desk = await openDesk();
  });
  after(() => desk.close());

  it('takes a message, and posts a card to the channel that it came from', async () => {
    const { status } = await desk.post(desk.message('find a provider'));
    assert.equal(status, 200);
    const [reply] = desk.channel.posted.splice(0);
    assert.match(reply?.path ?? '', /^\/v3\/conversations\/chat-1\/activities/);
    assert.match(JSON.stringify(reply?.activity), /1–5 of 12 providers/);
  });

  it('answers a press with the card that takes its place', async () => {
    const value = { action: { type: 'Action.Execute', verb: 'help.show', data: {} } };
    const { status, text } = await desk.post({
      ...desk.message(''),
      type: 'invoke',
      name: 'adaptiveCard/action',
      value,
    });
    assert.equal(status, 200);
    const body = JSON.parse(text) as { statusCode: number; type: string; value: { type: string } };
    assert.deepEqual(
      [body.statusCode, body.type, body.value.type],
      [200, 'application/vnd.microsoft.card.adaptive', 'AdaptiveCard'],
    );
  });

  it('answers an invoke that it has nothing for with “not implemented”', async () => {
    const { status } = await desk.post({
      ...desk.message(''),
      type: 'invoke',
      name: 'task/fetch',
      value: {},
    });
    assert.equal(status, 501);
  });

  describe('refuses what it cannot read, with a plain status and nothing of its insides', () => {
    const cases: readonly (readonly [string, number, unknown])[] = [
      ['an empty object', 400, {}],
      ['a list', 400, []],
      ['null', 400, null],
      ['a text', 400, 'find a provider'],
      ['an activity without a sender', 400, { type: 'message', text: 'hi' }],
    ];
    for (const [what, expected, body] of cases) {
      it(`${what}: ${expected}`, async () => {
        const { status, text } = await desk.post(body);
        assert.equal(status, expected);
        assert.doesNotMatch(text, /at .*\.ts|node_modules|Zod/);
      });
    }

    for (const field of [
      'type',
      'text',
      'from',
      'conversation',
      'recipient',
      'serviceUrl',
      'channelId',
      'locale',
      'channelData',
      'entities',
    ]) {
      it(`a wrong type in “${field}”: 400, naming the field`, async () => {
        const { status, text } = await desk.post({ ...desk.message('hi'), [field]: 42 });
        assert.equal(status, 400);
        assert.ok(text.includes(field), text);
      });
    }

    for (const [what, id] of [
      ['that climbs in the path of what is posted', '..'],
      ['with half a character', 'chat-\ud800'],
      ['that fits into no header', 'chat-\u0000'],
      ['that no channel would write', 'x'.repeat(5000)],
    ] as const) {
      it(`the id of a conversation, or of a message, ${what}: 400`, async () => {
        const message = desk.message('hi');
        const conversation = { ...message.conversation, id };
        for (const forged of [{ conversation }, { id }, { replyToId: id }]) {
          assert.equal((await desk.post({ ...message, ...forged })).status, 400);
        }
        assert.deepEqual(desk.channel.posted, []);
      });
    }

    it('text that is not JSON: 400', async () => {
      assert.equal((await desk.postRaw('{"type": ')).status, 400);
    });

    it('another content type: 415', async () => {
      assert.equal((await desk.postRaw('{}', { 'content-type': 'text/plain' })).status, 415);
    });

    it('a megabyte of text: 413', async () => {
      assert.equal((await desk.post(desk.message('x'.repeat(1_000_000)))).status, 413);
    });

    it('a service URL that is not this machine, in a sandbox: 403', async () => {
      const { status } = await desk.post({
        ...desk.message('hi'),
        serviceUrl: 'https://smba.trafficmanager.net/emea/',
      });
      assert.equal(status, 403);
    });

    it('a request that is addressed to another host, in a sandbox: 403', async () => {
      assert.equal(
        (await desk.postRaw('{}', { 'content-type': 'application/json', host: 'desk.evil.example' })).status,
        403,
      );
    });

    it('another path or method: 404 or 405', async () => {
      assert.equal((await fetch(`${desk.url}/api/nothing`)).status, 404);
      assert.equal((await fetch(`${desk.url}/api/messages`)).status, 405);
    });
  });

  it('takes a long text that fits, and cuts it for the search', async () => {
    const { status } = await desk.post(desk.message('lyon '.repeat(20_000)));
    assert.equal(status, 200);
    assert.equal(desk.channel.posted.splice(0).length, 1);
  });

  for (const [what, change] of [
    ['without a tenant', { conversation: { id: 'chat-1', conversationType: 'personal' }, channelData: {} }],
    ['with two tenants that disagree', { channelData: { tenant: { id: 'another' } } }],
  ] as const) {
    it(`tells a person ${what}, politely, that this desk does not serve them`, async () => {
      const { status } = await desk.post({ ...desk.message('find a provider'), ...change });
      assert.equal(status, 200);
      assert.match(JSON.stringify(desk.channel.posted.splice(0)), /does not serve your organisation/);
    });
  }

  it('tells a person whom the channel does not name to come from Teams', async () => {
    await desk.post({ ...desk.message('hi'), from: { id: '29:x' } });
    assert.match(JSON.stringify(desk.channel.posted.splice(0)), /does not tell the desk who you are/);
  });

  it('answers whatever is sent with a 4xx or a card, and logs nothing of what was typed', async () => {
    const values = fc.oneof(fc.jsonValue(), fc.string(), fc.constant(null));
    const changes = fc.dictionary(
      fc.constantFrom(...Object.keys(desk.message('')), 'value', 'name', 'action', 'replyToId'),
      values,
    );
    await fc.assert(
      fc.asyncProperty(
        changes,
        fc.constantFrom('message', 'invoke', 'installationUpdate', 'event'),
        async (changed, type) => {
          const { status } = await desk.post({
            ...desk.message('Adele’s secret'),
            type,
            ...changed,
            serviceUrl: desk.channel.serviceUrl,
          });
          assert.ok(status < 500 || status === 501, String(status));
        },
      ),
      { numRuns: 300 },
    );
    desk.channel.posted.splice(0);
    assert.doesNotMatch(desk.logged(), /Adele|secret/);
  });
});
