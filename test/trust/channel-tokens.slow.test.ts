import assert from 'node:assert/strict';
import { createHmac, type KeyObject } from 'node:crypto';
import { type DeskProcess } from '../support/desk/desk-process.ts';
import { messageToDesk } from '../support/desk/message-to-desk.ts';
import { until } from '../support/processes/until.ts';
import { channelKey, type IdentityStandIn } from '../support/servers/identity-stand-in.ts';
import { openProduction, type Production } from '../support/servers/production.ts';

describe('A desk in production', function () {
  let production: Production;
  let identity: Production['identity'];
  let channel: Production['channel'];
  let desk: DeskProcess;

  before(async () => {
    production = await openProduction();
    ({ identity, channel } = production);
    identity.publish(
      channelKey('first'),
      channelKey('other-channel', ['directline']),
      channelKey('nobody', []),
    );
    desk = await production.start();
  });
  after(() => production.close());

  const say = (authorization?: string) => desk.post(messageToDesk(channel.serviceUrl, 'help'), authorization);
  const sign = (
    changes: Readonly<Record<string, unknown>> = {},
    by?: Parameters<IdentityStandIn['sign']>[2],
  ) => identity.sign(channel.serviceUrl, changes, by);

  it('takes what a channel sends with a good token, and answers with one for the connector', async () => {
    assert.equal((await say(`Bearer ${await sign()}`)).status, 200);
    const [posted] = channel.posted.splice(0);
    assert.ok(identity.isForConnector(posted?.authorization), posted?.authorization);
  });

  it('takes a token whose clock is some minutes off', async () => {
    const now = Math.floor(Date.now() / 1000);
    for (const changes of [{ exp: now - 120 }, { nbf: now + 120 }]) {
      assert.equal((await say(`Bearer ${await sign(changes)}`)).status, 200);
    }
    channel.posted.splice(0);
  });

  const anHour = 3600;
  const seconds = () => Math.floor(Date.now() / 1000);
  const refused: readonly (readonly [string, string, () => Promise<string | undefined>])[] = [
    ['no token', 'missing', () => Promise.resolve(undefined)],
    ['an empty one', 'malformed', () => Promise.resolve('Bearer')],
    ['no JWT at all', 'malformed', () => Promise.resolve('Bearer let-me-in')],
    ['another scheme', 'malformed', async () => `Basic ${await sign()}`],
    ['two tokens', 'malformed', async () => `Bearer ${await sign()} ${await sign()}`],
    ['a token that nobody signed', 'wrong algorithm', async () => `Bearer ${unsigned(await sign())}`],
    [
      'a token that is signed with the public key as if it were a secret',
      'wrong algorithm',
      async () => `Bearer ${signedWithSecret(await sign(), published(0).publicKey)}`,
    ],
    ['the key of somebody else under a known name', 'wrong signature', () => bearer({}, channelKey('first'))],
    ['a key that was never published', 'unknown key', () => bearer({}, channelKey('stranger'))],
    ['claims that were changed', 'wrong signature', async () => `Bearer ${tampered(await sign())}`],
    ['a token that has expired', 'expired', () => bearer({ exp: seconds() - anHour })],
    ['a token that never expires', 'malformed', () => bearer({ exp: undefined })],
    ['a token that is not yet valid', 'not yet valid', () => bearer({ nbf: seconds() + anHour })],
    ['a token for another bot', 'wrong audience', () => bearer({ aud: 'another-bot' })],
    ['a token for nobody', 'wrong audience', () => bearer({ aud: undefined })],
    ['another issuer', 'wrong issuer', () => bearer({ iss: 'https://sts.windows.net/tenant-1/' })],
    ['no issuer', 'wrong issuer', () => bearer({ iss: undefined })],
    [
      'a token for another service URL',
      'another service URL',
      () => bearer({ serviceurl: 'https://smba.trafficmanager.net/emea/' }),
    ],
    ['a token for no service URL', 'malformed', () => bearer({ serviceurl: undefined })],
    ['a key of another channel', 'no endorsement for the channel', () => bearer({}, published(1))],
    ['a key of no channel', 'no endorsement for the channel', () => bearer({}, published(2))],
    [
      'the token that the Bot Framework’s Emulator sends',
      'wrong issuer',
      () =>
        bearer({
          iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
          ver: '1.0',
          appid: identity.environment.MicrosoftAppId,
        }),
    ],
  ];

  for (const [what, reason, authorization] of refused) {
    it(`refuses ${what}, tells the caller nothing, and the operator why`, async () => {
      const given = await authorization();
      const logged = desk.logged(/could not be authenticated/).length;
      const answer = await say(given);
      assert.deepEqual(
        { status: answer.status, text: answer.text, type: answer.headers.get('content-type') },
        { status: 401, text: '', type: null },
      );
      await until(() => desk.logged(/could not be authenticated/).length > logged);
      assert.match(
        desk.logged(/could not be authenticated/).at(-1) ?? '',
        new RegExp(`"reason":"${reason}"`),
      );
      assert.deepEqual(channel.posted, []);
    });
  }

  it('reveals nothing about an activity to unauthenticated callers', async () => {
    assert.deepEqual((await desk.post({}, 'Bearer let-me-in')).text, '');
    assert.equal((await desk.post({}, `Bearer ${await sign()}`)).status, 400);
  });

  it('sends nothing to an address that is not accepted, even if a token names it', async () => {
    for (const address of [
      'https://connector.evil.example/',
      'http://127.0.0.1:1/',
      'http://169.254.169.254/',
    ]) {
      const token = await identity.sign(address);
      const { status, text } = await desk.post(messageToDesk(address, 'help'), `Bearer ${token}`);
      assert.equal(status, 403);
      assert.doesNotMatch(text, /evil|127|169/);
    }
  });

  it('accepts a new key, and drops one that was withdrawn', async () => {
    const [old, renewed] = [published(0), channelKey('second')];
    identity.publish(renewed);
    // The stranger's key has just triggered a refresh, and the desk does not refresh again within seconds.
    await until(async () => (await say(await bearer({}, renewed))).status === 200);
    channel.posted.splice(0);
    assert.equal((await say(await bearer({}, old))).status, 401);
  });

  it('leaves no token, nor a secret, in what it writes', async () => {
    await say(await bearer());
    assert.doesNotMatch(desk.printed(), /eyJ/);
    assert.ok(!desk.printed().includes(identity.environment.MicrosoftAppPassword));
    const [posted] = channel.posted.splice(0);
    assert.ok(!desk.printed().includes(posted?.authorization ?? 'Bearer'));
  });

  function published(index: number) {
    const key = identity.published()[index];
    if (key === undefined) throw new Error(`there is no key ${index}`);
    return key;
  }

  async function bearer(...how: Parameters<typeof sign>): Promise<string> {
    return `Bearer ${await sign(...how)}`;
  }
});

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

function unsigned(token: string): string {
  const [, claims = ''] = token.split('.');
  return `${encode({ alg: 'none', kid: 'first' })}.${claims}.`;
}

function signedWithSecret(token: string, publicKey: KeyObject): string {
  const [, claims = ''] = token.split('.');
  const input = `${encode({ alg: 'HS256', kid: 'first' })}.${claims}`;
  const pem = publicKey.export({ type: 'spki', format: 'pem' });
  return `${input}.${createHmac('sha256', pem).update(input).digest('base64url')}`;
}

function tampered(token: string): string {
  const [header = '', claims = '', signature = ''] = token.split('.');
  const changed = { ...(JSON.parse(Buffer.from(claims, 'base64url').toString()) as object), tid: 'tenant-2' };
  return `${header}.${encode(changed)}.${signature}`;
}
