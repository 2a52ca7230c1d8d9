import assert from 'node:assert/strict';
import { instantFrom } from '../../src/domain/instant.ts';
import { type DeskProcess } from '../support/desk/desk-process.ts';
import { messageToDesk } from '../support/desk/message-to-desk.ts';
import { bytesOf, signedHeaders } from '../support/desk/open-intake.ts';
import { submittedReseller } from '../support/examples/submitted-invitations.ts';
import { until } from '../support/processes/until.ts';
import { homeTenant } from '../support/examples/example-ids.ts';
import { openProduction, type Production } from '../support/servers/production.ts';

describe('A production desk that stores the address of a chat', function () {
  let production: Production;
  let identity: Production['identity'];
  let channel: Production['channel'];

  before(async () => {
    production = await openProduction();
    ({ identity, channel } = production);
  });
  after(() => production.close());

  async function postInvitation({ url }: DeskProcess, id: string): Promise<void> {
    const body = bytesOf({ ...submittedReseller, id, tenantId: homeTenant });
    const headers = signedHeaders(body, instantFrom(Date.now()));
    const { status } = await fetch(`${url}/api/invitations`, { method: 'POST', body, headers });
    assert.equal(status, 202);
  }

  it('posts there with a token while it is accepted, and not at all once it is not', async () => {
    const accepting = await production.start();
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

    const refusing = await production.start({ SERVICE_URLS: 'https://channel.example' });
    await postInvitation(refusing, 'inv-2');
    await until(() => refusing.logged(/a post was given up: it will never be taken/).length > 0);
    assert.equal(refusing.logged(/whose service URL is not accepted/).length, 1);
    assert.deepEqual(channel.posted, []);
  });
});
