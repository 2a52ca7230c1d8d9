import assert from 'node:assert/strict';
import { instantFrom } from '../../../src/domain/instant.ts';
import { type DeskProcess } from '../../support/desk/desk-process.ts';
import { messageToDesk } from '../../support/desk/message-to-desk.ts';
import { bytesOf, signedHeaders } from '../../support/desk/open-intake.ts';
import { homeTenant } from '../../support/examples/example-ids.ts';
import { submittedReseller } from '../../support/examples/submitted-invitations.ts';
import { until } from '../../support/processes/until.ts';
import { channelKey } from '../../support/servers/identity-stand-in.ts';
import { openProduction, type Production } from '../../support/servers/production.ts';

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
  let production: Production;
  let identity: Production['identity'];
  let channel: Production['channel'];
  const teamsKey = channelKey('teams');
  // As if Microsoft endorsed one key for all of them.
  const endorsedKey = channelKey('endorsed', ['msteams', ...foreignChannels]);

  before(async () => {
    production = await openProduction();
    ({ identity, channel } = production);
    identity.publish(teamsKey, endorsedKey);
  });
  after(() => production.close());

  async function send(to: DeskProcess, activity: object): Promise<number> {
    const token = await identity.sign(channel.serviceUrl, {}, endorsedKey);
    return (await to.post(activity, `Bearer ${token}`)).status;
  }

  it('is refused in production, whatever its key is endorsed for, and nothing is stored or sent', async () => {
    const desk = await production.start();
    for (const channelId of foreignChannels) {
      const refused = desk.logged(/of a channel that is not accepted/).length;
      const installed = { type: 'installationUpdate', action: 'add' };
      for (const change of [{}, installed])
        assert.equal(
          await send(desk, { ...messageToDesk(channel.serviceUrl, 'help'), channelId, ...change }),
          403,
          channelId,
        );
      await until(() => desk.logged(/of a channel that is not accepted/).length === refused + 2);
    }
    assert.deepEqual(channel.posted, []);
    assert.equal(await send(desk, messageToDesk(channel.serviceUrl, 'help')), 200);
    assert.equal(channel.posted.splice(0).length, 1);
  });

  it('is served in a sandbox, but not posted to once the desk is in production', async () => {
    const sandbox = await production.start({ DESK_MODE: 'sandbox' });
    const installation = {
      ...messageToDesk(channel.serviceUrl, ''),
      channelId: 'webchat',
      type: 'installationUpdate',
      action: 'add',
    };
    assert.equal(await send(sandbox, installation), 200);
    channel.posted.splice(0);

    const desk = await production.start();
    const body = bytesOf({ ...submittedReseller, id: 'inv-1', tenantId: homeTenant });
    const headers = signedHeaders(body, instantFrom(Date.now()));
    const { status } = await fetch(`${desk.url}/api/invitations`, { method: 'POST', body, headers });
    assert.equal(status, 202);
    await until(() => desk.logged(/a post was given up: it will never be taken/).length > 0);
    assert.equal(desk.logged(/refused to post to a chat of a channel/).length, 1);
    assert.deepEqual(channel.posted, []);
  });
});
