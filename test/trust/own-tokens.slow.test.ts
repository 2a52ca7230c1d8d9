import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { messageToDesk } from '../support/desk/message-to-desk.ts';
import { until } from '../support/processes/until.ts';
import { openChannel } from '../support/servers/channel.ts';
import { invalidClient } from '../support/servers/identity-stand-in.ts';
import { homeTenant } from '../support/examples/example-ids.ts';
import { openProduction, type Production } from '../support/servers/production.ts';

const reportConnections = resolve(import.meta.dirname, '../support/processes/report-connections.ts');

describe('The tokens that a production desk gets', function () {
  let production: Production;
  let identity: Production['identity'];
  let channel: Production['channel'];

  beforeEach(async () => {
    production = await openProduction();
    ({ identity, channel } = production);
  });
  afterEach(() => production.close());

  /** @returns the desk, and a function that sends it “help” and returns the status */
  async function start(changes: Readonly<Record<string, string>> = {}, preload?: string) {
    const started = await production.start(changes, preload);
    const authorization = `Bearer ${await identity.sign(channel.serviceUrl)}`;
    const say = async () =>
      (await started.post(messageToDesk(channel.serviceUrl, 'help'), authorization)).status;
    return { ...started, say };
  }

  const fiftyTimes = (say: () => Promise<number>) => Promise.all(Array.from({ length: 50 }, say));

  it('are requested once, however many turns wait, and only from the authority', async () => {
    const { say, logged } = await start({}, reportConnections);
    assert.deepEqual(new Set(await fiftyTimes(say)), new Set([200]));
    assert.equal(channel.posted.length, 50);
    for (const { authorization } of channel.posted) assert.ok(identity.isForConnector(authorization));
    assert.deepEqual(identity.asked.toSorted(), [
      'GET /keys',
      'GET /metadata',
      `POST /${homeTenant}/oauth2/v2.0/token`,
    ]);
    const contacted = logged(/^connects to /).map((line) => line.replace('connects to ', ''));
    assert.deepEqual(new Set(contacted), new Set([identity.origin, channel.serviceUrl].map(hostOf)));
  });

  it('can be requested with a certificate too', async () => {
    const { say } = await start({ MicrosoftAppPassword: '', ...identity.certificate });
    assert.equal(await say(), 200);
    assert.ok(identity.isForConnector(channel.posted[0]?.authorization));
  });

  it('are renewed in time', async () => {
    identity.issueFor(61);
    const { say } = await start();
    await until(async () => {
      assert.equal(await say(), 200);
      return new Set(channel.posted.map(({ authorization }) => authorization)).size > 2;
    });
    for (const { authorization } of channel.posted) assert.ok(identity.isForConnector(authorization));
  });

  for (const [trouble, behaviour, why] of [
    ['says no', invalidClient, /"reason":"invalid_client","entraCode":"AADSTS7000215"/],
    [
      'is down',
      { status: 503, body: { error: 'temporarily_unavailable' } },
      /"reason":"temporarily_unavailable"/,
    ],
    ['does not answer', 'hang', /"reason":"timeout"/],
  ] as const) {
    it(`keep nobody waiting for long where the authority ${trouble}, and recover as soon as it is back`, async () => {
      identity.behaveAs(behaviour);
      // The desk asks for a token as soon as it listens, to see whether a call gets out.
      const began = performance.now();
      const { say, logged, printed } = await start();
      assert.deepEqual(new Set(await fiftyTimes(say)), new Set([500]));
      const seconds = (performance.now() - began) / 1000;
      const failures = identity.tokenRequests();
      assert.ok(failures >= 1 && failures <= 1 + seconds, `asked ${failures} times in ${seconds} s`);
      const failed = () => logged(/could not get a token/);
      await until(() => failed().length === failures);
      for (const line of failed()) assert.match(line, why);

      identity.behaveAs('issue');
      await until(async () => (await say()) === 200);
      await until(() => logged(/tokens are available again/).length > 0);
      assert.equal(identity.tokenRequests(), failures + 1);
      assert.ok(!printed().includes(identity.environment.MicrosoftAppPassword));
    });
  }

  it('are not sent on to where a channel points', async () => {
    const elsewhere = await openChannel();
    channel.redirectTo(elsewhere.serviceUrl);
    const { say } = await start();
    assert.equal(await say(), 500);
    assert.deepEqual(elsewhere.posted, []);
    await elsewhere.close();
  });
});

function hostOf(address: string): string {
  return new URL(address).host;
}
