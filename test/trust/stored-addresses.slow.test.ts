import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantFrom } from '../../src/domain/instant.ts';
import { startDeskProcess, type DeskProcess } from '../support/desk/desk-process.ts';
import { messageToDesk } from '../support/desk/message-to-desk.ts';
import { bytesOf, signedHeaders } from '../support/desk/open-intake.ts';
import { submittedReseller } from '../support/examples/submitted-invitations.ts';
import { until } from '../support/processes/until.ts';
import { openChannel } from '../support/servers/channel.ts';
import { openIdentityStandIn, type IdentityStandIn } from '../support/servers/identity-stand-in.ts';
import { homeTenant } from '../support/examples/example-ids.ts';

describe('A production desk that stores the address of a chat', function () {
  let folder: string;
  let identity: IdentityStandIn;
  let channel: Awaited<ReturnType<typeof openChannel>>;
  let desk: DeskProcess | undefined;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'partner-desk-addresses-'));
    [identity, channel] = await Promise.all([openIdentityStandIn(folder), openChannel()]);
  });
  after(async () => {
    await desk?.stop();
    await Promise.all([identity.close(), channel.close()]);
    await rm(folder, { recursive: true, force: true });
  });

  async function restart(serviceUrls: string): Promise<DeskProcess> {
    await desk?.stop();
    desk = await startDeskProcess({
      ...identity.environment,
      SERVICE_URLS: serviceUrls,
      DATA_DIR: join(folder, 'data'),
    });
    return desk;
  }

  async function postInvitation({ url }: DeskProcess, id: string): Promise<void> {
    const body = bytesOf({ ...submittedReseller, id, tenantId: homeTenant });
    const headers = signedHeaders(body, instantFrom(Date.now()));
    const { status } = await fetch(`${url}/api/invitations`, { method: 'POST', body, headers });
    assert.equal(status, 202);
  }

  it('posts there with a token while it is accepted, and not at all once it is not', async () => {
    const accepting = await restart(new URL(channel.serviceUrl).origin);
    const installation = {
      ...messageToDesk(channel.serviceUrl, ''),
      type: 'installationUpdate',
      action: 'add',
    };
    const token = await identity.sign(channel.serviceUrl);
    assert.equal((await accepting.post(installation, `Bearer ${token}`)).status, 200);
    channel.posted.splice(0);
    await postInvitation(accepting, 'inv-1');
    await until(() => channel.posted.length > 0);
    for (const { authorization } of channel.posted.splice(0))
      assert.ok(identity.isForConnector(authorization));

    const refusing = await restart('https://channel.example');
    await postInvitation(refusing, 'inv-2');
    await until(() => refusing.logged(/a post was given up: it will never be taken/).length > 0);
    assert.equal(refusing.logged(/whose service URL is not accepted/).length, 1);
    assert.deepEqual(channel.posted, []);
  });
});
