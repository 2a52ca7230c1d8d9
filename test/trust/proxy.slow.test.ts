import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { startDesk } from '../support/desk/built-desk.ts';
import { deskClient } from '../support/desk/desk-client.ts';
import { startDeskProcess, type DeskProcess } from '../support/desk/desk-process.ts';
import { messageToDesk } from '../support/desk/message-to-desk.ts';
import { adeleId, homeTenant } from '../support/examples/example-ids.ts';
import { exampleSecret } from '../support/examples/example-intake.ts';
import { fileFrom } from '../support/examples/example-mails.ts';
import { temporaryFolder } from '../support/files/temporary-folder.ts';
import { until } from '../support/processes/until.ts';
import { openChannel } from '../support/servers/channel.ts';
import { openMicrosoftStandIn, teams } from '../support/servers/microsoft-stand-in.ts';
import { openProxy } from '../support/servers/proxy.ts';

const uploadUrl = 'https://contoso-my.sharepoint.com/personal/adele/upload';

const readySchema = z.object({
  status: z.string(),
  parts: z.record(z.string(), z.object({ status: z.string(), reason: z.string().optional() })),
});
const consentSchema = z.object({
  attachments: z.tuple([
    z.object({ content: z.object({ acceptContext: z.looseObject({ export: z.string() }) }) }),
  ]),
});

describe('Behind a proxy, a production desk', function () {
  const folder = temporaryFolder();
  let microsoft: Awaited<ReturnType<typeof openMicrosoftStandIn>>;
  let proxy: Awaited<ReturnType<typeof openProxy>>;
  let desk: DeskProcess | undefined;

  beforeEach(async () => {
    microsoft = await openMicrosoftStandIn(folder());
    proxy = await openProxy(microsoft.port);
  });
  afterEach(async () => {
    await desk?.stop();
    desk = undefined;
    await Promise.all([microsoft.close(), proxy.close()]);
  });

  async function start(changes: Readonly<Record<string, string>> = {}): Promise<DeskProcess> {
    desk = await startDeskProcess({
      ...microsoft.environment,
      ADMINS: `${adeleId}=globalAdministrator`,
      DATA_DIR: join(folder(), 'data'),
      HTTPS_PROXY: `http://${proxy.host}`,
      ...changes,
    });
    return desk;
  }

  async function ready({ url }: DeskProcess) {
    const response = await fetch(`${url}/ready`);
    const { status, parts } = readySchema.parse(await response.json());
    return { code: response.status, status, parts };
  }

  const isReady = (started: DeskProcess) => async () => (await ready(started)).status === 'ready';

  const activity = (changes: Readonly<Record<string, unknown>>) => ({
    ...messageToDesk(teams, ''),
    ...changes,
  });

  const invite = ({ url }: DeskProcess) =>
    deskClient(url, teams, exampleSecret).invite(homeTenant, {
      id: '3b33e682-00c3-41ee-9dd2-a548adf56438',
      name: 'Fabrikam',
    });

  const say = async ({ post }: DeskProcess, text: string) =>
    (await post(activity({ text }), await microsoft.authorization())).status;

  it('reaches keys, tokens, the connector and SharePoint through it, and nothing else', async () => {
    const started = await start();
    await until(isReady(started));
    assert.deepEqual(
      proxy.targets(),
      new Set(['login.botframework.com:443', 'login.microsoftonline.com:443']),
    );

    assert.equal(await say(started, 'partners'), 200);
    assert.ok(proxy.targets().has('smba.trafficmanager.net:443'));

    const attachments = [fileFrom('https://contoso-my.sharepoint.com/personal/adele/download', 'x.eml')];
    const { status: sent } = await started.post(activity({ attachments }), await microsoft.authorization());
    assert.equal(sent, 200);
    assert.ok(JSON.stringify(microsoft.posted).includes('This file is no mail'));
    assert.ok(proxy.targets().has('contoso-my.sharepoint.com:443'));

    assert.equal(await invite(started), 202);
    assert.equal(await say(started, 'export history'), 200);
    const consents = () => microsoft.posted.flatMap((each) => consentSchema.safeParse(each).data ?? []);
    await until(() => consents().length > 0);
    const [offered = assert.fail()] = consents();
    const { acceptContext: context } = offered.attachments[0].content;
    const uploadInfo = {
      uploadUrl,
      contentUrl: 'https://contoso-my.sharepoint.com/history.csv',
      name: 'history.csv',
      uniqueId: 'file-1',
      fileType: 'csv',
    };
    const consent = { type: 'fileUpload', action: 'accept', context, uploadInfo };
    const { status } = await started.post(
      activity({ type: 'invoke', name: 'fileConsent/invoke', value: consent, replyToId: '2' }),
      await microsoft.authorization(),
    );
    assert.equal(status, 200);
    await until(() => microsoft.uploaded.length > 0);
    assert.deepEqual(
      proxy.targets(),
      new Set(
        [
          'login.botframework.com',
          'login.microsoftonline.com',
          'smba.trafficmanager.net',
          'contoso-my.sharepoint.com',
        ].map((host) => `${host}:443`),
      ),
    );
    assert.deepEqual(proxy.plain, []);
  });

  it('proves itself to it with the credentials of its address, logs them nowhere, and says that e-mails go without it', async () => {
    const started = await start({
      HTTPS_PROXY: `http://desk:p%40ss%2Fword@${proxy.host}`,
      LOG_LEVEL: 'trace',
      MAIL: 'smtp://mail.contoso.com',
      MAIL_FROM: 'Desk <desk@contoso.com>',
    });
    await until(isReady(started));
    assert.equal(await say(started, 'partners'), 200);
    const expected = `Basic ${Buffer.from('desk:p@ss/word').toString('base64')}`;
    assert.deepEqual(new Set(proxy.asked.map(({ authorization }) => authorization)), new Set([expected]));
    assert.ok(started.printed().includes(proxy.host));
    assert.doesNotMatch(started.printed(), /p%40ss|p@ss/);
    assert.equal(started.logged(/e-mails do not go through the proxy/).length, 1);
  });

  for (const [trouble, behaviour, reason] of [
    ['forbids the way', 403, /PROXY_403/],
    ['does not answer', 'hang', /timeout|TimeoutError|PROXY_TIMEOUT|aborted due to timeout/],
  ] as const) {
    it(`says in /ready and in the log that the way out is closed where it ${trouble}, and when it is open`, async () => {
      proxy.behaveAs(behaviour);
      const started = await start();
      const { code, status, parts } = await ready(started);
      assert.deepEqual({ code, status }, { code: 200, status: 'degraded' });
      for (const name of ['tokens', 'keys']) assert.equal(parts[name]?.status, 'not ready');
      await until(() => started.logged(/could not get a token/).some((line) => reason.test(line)));
      await until(() =>
        started.logged(/could not fetch the channel signing keys/).some((line) => reason.test(line)),
      );
      proxy.behaveAs('tunnel');
      proxy.cut();
      await until(isReady(started));
    });
  }

  it('does not take the proxy’s 403 for the channel’s: the chat is told once the way is open', async () => {
    const started = await start();
    await until(isReady(started));
    assert.equal(await say(started, 'notify here'), 200);
    proxy.behaveAs(403);
    proxy.cut();
    assert.equal(await invite(started), 202);
    await until(() => started.logged(/a post failed/).length > 0);
    assert.match(started.logged(/a post failed/)[0] ?? '', /"outcome":"later"/);
    const before = microsoft.posted.length;
    proxy.behaveAs('tunnel');
    await until(() => microsoft.posted.length > before);
    assert.match(JSON.stringify(microsoft.posted.at(-1)), /Fabrikam/);
  });

  it('gets the tokens of a managed identity from the machine it runs on', async () => {
    const asked: string[] = [];
    const machine = createServer((request, response) => {
      asked.push(request.url ?? '');
      const expires = String(Math.floor(Date.now() / 1000) + 3600);
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ access_token: 'token', expires_on: expires, token_type: 'Bearer' }));
    }).listen(0, '127.0.0.1');
    await once(machine, 'listening');
    const endpoint = `http://127.0.0.1:${(machine.address() as AddressInfo).port}/msi/token`;
    const started = await start({
      MicrosoftAppType: 'UserAssignedMSI',
      MicrosoftAppPassword: '',
      IDENTITY_ENDPOINT: endpoint,
      IDENTITY_HEADER: 'proof',
      HTTP_PROXY: `http://${proxy.host}`,
    });
    await until(isReady(started));
    assert.ok(asked.length > 0);
    assert.deepEqual(proxy.targets(), new Set(['login.botframework.com:443']));
    assert.deepEqual(proxy.plain, []);
    machine.closeAllConnections();
    machine.close();
  });

  it('in the sandbox sends nothing to the proxy of its developer, not even one that it could not use', async () => {
    const channel = await openChannel();
    for (const address of [`http://${proxy.host}`, 'socks5://127.0.0.1:1080']) {
      const sandbox = startDesk(join(folder(), 'sandbox'), {
        HTTPS_PROXY: address,
        HTTP_PROXY: address,
        ALL_PROXY: address,
      });
      const url = await sandbox.listening;
      const before = channel.posted.length;
      const response = await fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(messageToDesk(channel.serviceUrl, 'help')),
      });
      assert.equal(response.status, 200);
      assert.equal(channel.posted.length, before + 1);
      await sandbox.stop();
    }
    assert.deepEqual([proxy.asked, proxy.plain], [[], []]);
    await channel.close();
  });
});
