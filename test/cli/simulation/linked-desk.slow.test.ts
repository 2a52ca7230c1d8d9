import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { playgroundTenant } from '../../../src/cli/invite/arguments.ts';
import {
  openSimulatedTenants,
  type SimulatedTenants,
} from '../../../src/cli/start/open-simulated-tenants.ts';
import { startDesk, type DeskProcess } from '../../support/desk/built-desk.ts';
import { deskClient } from '../../support/desk/desk-client.ts';
import { messageToDesk } from '../../support/desk/message-to-desk.ts';
import { adeleId, homeTenant } from '../../support/examples/example-ids.ts';
import { until } from '../../support/processes/until.ts';
import { openChannel } from '../../support/servers/channel.ts';
import { graphClient } from '../../support/servers/graph-client.ts';
import { openMicrosoft365, type Microsoft365 } from '../../support/servers/microsoft365.ts';
import { openProduction, type Production } from '../../support/servers/production.ts';

const partner = { id: '90000000-0000-4000-8000-000000000001', name: 'Litware' };

/** The data of the first button with this verb that was posted. */
function buttonIn(posted: readonly unknown[], verb: string): object | undefined {
  const search = (value: unknown): object | undefined => {
    if (typeof value !== 'object' || value === null) return undefined;
    if ('verb' in value && value.verb === verb && 'data' in value) return value.data as object;
    return Object.values(value)
      .map(search)
      .find((found) => found !== undefined);
  };
  return search(posted);
}

describe('A desk in the sandbox, linked as npm start -- --microsoft365 links it', () => {
  const speaker = { tenant: playgroundTenant, person: 'user-alex' };
  let folder: string;
  let simulated: SimulatedTenants;
  let channel: Awaited<ReturnType<typeof openChannel>>;
  let page: Awaited<ReturnType<typeof graphClient>>;
  let desk: DeskProcess;

  const wanted = () => ({
    tenant: playgroundTenant,
    folder,
    tenantFile: join(folder, 'data', 'simulated-tenant.json'),
    port: 0,
  });

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'partner-desk-linked-'));
    simulated = await openSimulatedTenants(wanted());
    page = await graphClient({ origin: simulated.page, certificateFile: join(folder, 'simulation.pem') });
    channel = await openChannel();
    desk = startDesk(join(folder, 'data'), simulated.environment);
  });
  after(async () => {
    await desk.stop();
    await page.close();
    await Promise.all([simulated.close(), channel.close()]);
    await rm(folder, { recursive: true, force: true });
  });

  async function press(action: string, fields: Readonly<Record<string, string>>): Promise<void> {
    const [, secret = ''] = /name="secret"\s+value="([^"]+)"/.exec(await (await page.send('/')).text()) ?? [];
    const pressed = await page.send(`/act/${action}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: new URL(simulated.page).origin,
      },
      body: new URLSearchParams({ secret, tenant: playgroundTenant, ...fields }).toString(),
    });
    assert.equal(pressed.status, 303);
  }

  it('lets decide who is an administrator on the page, and awaits what is to be approved there', async () => {
    const client = deskClient(await desk.listening, channel.serviceUrl);
    await client.install(speaker);
    assert.equal(await client.invite(playgroundTenant, partner), 202);
    let button: object | undefined;
    await until(() => (button = buttonIn(channel.posted, 'invitation.authorize')) !== undefined);
    assert.ok(button);
    await press('who-i-am', { role: 'none' });
    assert.doesNotMatch(
      await client.press(speaker, 'invitation.authorize', button),
      /Awaiting Microsoft 365/,
    );
    await press('who-i-am', { role: 'globalAdministrator' });
    const awaiting = await client.press(speaker, 'invitation.authorize', button);
    assert.match(awaiting, /Awaiting Microsoft 365/);
    // The card leads to the page that stands for the admin center.
    assert.ok(awaiting.includes(simulated.page));
  });

  it('goes on with the tenant as it was when it is started again', async () => {
    await press('add-unknown', { with: 'globalReader' });
    const listed = /<h3>([^<]+)<\/h3>/g;
    const before = [...(await (await page.send('/')).text()).matchAll(listed)].map(([, name]) => name);
    const again = await openSimulatedTenants(wanted());
    const other = await graphClient({ origin: again.page, certificateFile: join(folder, 'simulation.pem') });
    const after = [...(await (await other.send('/')).text()).matchAll(listed)].map(([, name]) => name);
    await Promise.all([other.close(), again.close()]);
    assert.equal(before.length, 3);
    assert.deepEqual(after, before);
  });
});

describe('A desk in production, linked to a simulated Microsoft 365', () => {
  let production: Production;
  let microsoft365: Microsoft365;

  before(async () => {
    production = await openProduction();
    microsoft365 = await openMicrosoft365(production);
  });
  after(async () => {
    await production.close();
    await microsoft365.close();
  });

  it('gets both kinds of tokens from one authority, by a secret or a certificate', async () => {
    const { identity, channel } = production;
    const authorization = `Bearer ${await identity.sign(channel.serviceUrl)}`;
    for (const proof of [{}, { MicrosoftAppPassword: '', ...identity.certificate }]) {
      const desk = await production.start({ ...microsoft365.environment, ...proof });
      const { status } = await desk.post(messageToDesk(channel.serviceUrl, 'help'), authorization);
      assert.equal(status, 200);
      assert.ok(identity.isForConnector(channel.posted.at(-1)?.authorization));
      assert.equal(identity.tokenRequests(), 0);
    }
    const answered = microsoft365.calls.filter(({ service }) => service === 'token');
    assert.deepEqual(
      new Set(answered.map(({ tenant, status }) => `${tenant ?? ''} ${status ?? ''}`)),
      new Set([`${homeTenant} 200`]),
    );
    assert.deepEqual(microsoft365.unknownCalls, []);
  });

  it('refuses a desk that cannot prove itself', async () => {
    const client = await graphClient(microsoft365);
    const form = { client_id: adeleId, client_secret: 'guessed' };
    assert.equal((await client.askToken(homeTenant, form)).status, 401);
    await client.close();
  });
});
