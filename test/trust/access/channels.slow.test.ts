import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantFrom } from '../../../src/domain/instant.ts';
import { startDeskProcess, type DeskProcess } from '../../support/desk/desk-process.ts';
import { messageToDesk } from '../../support/desk/message-to-desk.ts';
import { bytesOf, signedHeaders } from '../../support/desk/open-intake.ts';
import { homeTenant } from '../../support/examples/example-ids.ts';
import { submittedReseller } from '../../support/examples/submitted-invitations.ts';
import { until } from '../../support/processes/until.ts';
import { openChannel } from '../../support/servers/channel.ts';
import {
  channelKey,
  openIdentityStandIn,
  type IdentityStandIn,
} from '../../support/servers/identity-stand-in.ts';

/** Channels whose tokens are as genuine as Teams', and spellings of Teams' name that it does not use. */
const foreignChannels = [
  'webchat',
  'directline',
  'directlinespeech',
  'emulator',
  'agents',
  'skype',
  'slack',
  'email',
  'sms',
  'outlook',
  'MSTEAMS',
  'msTeams',
  'msteams ',
  ' msteams',
  'msteams:COPILOT',
  'msteams\u200b',
];

describe('A channel other than Teams', function () {
  let folder: string;
  let identity: IdentityStandIn;
  let channel: Awaited<ReturnType<typeof openChannel>>;
  let desk: DeskProcess | undefined;
  const teamsKey = channelKey('teams');
  // As if Microsoft endorsed one key for all of them.
  const endorsedKey = channelKey('endorsed', ['msteams', ...foreignChannels]);

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'partner-desk-channels-'));
    [identity, channel] = await Promise.all([openIdentityStandIn(folder), openChannel()]);
    identity.publish(teamsKey, endorsedKey);
  });
  after(async () => {
    await desk?.stop();
    await Promise.all([identity.close(), channel.close()]);
    await rm(folder, { recursive: true, force: true });
  });

  async function restart(environment: Readonly<Record<string, string>> = {}): Promise<DeskProcess> {
    await desk?.stop();
    desk = await startDeskProcess({
      ...identity.environment,
      SERVICE_URLS: new URL(channel.serviceUrl).origin,
      DATA_DIR: join(folder, 'data'),
      ...environment,
    });
    return desk;
  }

  async function send(to: DeskProcess, activity: object): Promise<number> {
    const token = await identity.sign(channel.serviceUrl, {}, endorsedKey);
    return (await to.post(activity, `Bearer ${token}`)).status;
  }

  it('is refused in production, whatever its key is endorsed for, and nothing is stored or sent', async () => {
    const production = await restart();
    for (const channelId of foreignChannels) {
      const refused = production.logged(/of a channel that is not accepted/).length;
      const installed = { type: 'installationUpdate', action: 'add' };
      for (const change of [{}, installed])
        assert.equal(
          await send(production, { ...messageToDesk(channel.serviceUrl, 'help'), channelId, ...change }),
          403,
          channelId,
        );
      await until(() => production.logged(/of a channel that is not accepted/).length === refused + 2);
    }
    assert.deepEqual(channel.posted, []);
    assert.equal(await send(production, messageToDesk(channel.serviceUrl, 'help')), 200);
    assert.equal(channel.posted.splice(0).length, 1);
  });

  it('is served in a sandbox, but not posted to once the desk is in production', async () => {
    const sandbox = await restart({ DESK_MODE: 'sandbox' });
    const installation = {
      ...messageToDesk(channel.serviceUrl, ''),
      channelId: 'webchat',
      type: 'installationUpdate',
      action: 'add',
    };
    assert.equal(await send(sandbox, installation), 200);
    channel.posted.splice(0);

    const production = await restart();
    const body = bytesOf({ ...submittedReseller, id: 'inv-1', tenantId: homeTenant });
    const headers = signedHeaders(body, instantFrom(Date.now()));
    const { status } = await fetch(`${production.url}/api/invitations`, { method: 'POST', body, headers });
    assert.equal(status, 202);
    await until(() => production.logged(/a post was given up: it will never be taken/).length > 0);
    assert.equal(production.logged(/refused to post to a chat of a channel/).length, 1);
    assert.deepEqual(channel.posted, []);
  });
});
