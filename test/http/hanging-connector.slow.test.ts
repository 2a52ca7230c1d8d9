import assert from 'node:assert/strict';
import { openDesk } from '../support/desk/open-desk.ts';
import { openConnector } from '../support/servers/connector-stand-in.ts';

describe('A channel that does not answer', () => {
  it('delays nobody but those whose answer it blocks', async () => {
    const [desk, connector] = await Promise.all([openDesk(), openConnector()]);
    connector.behaveAs(({ conversation }) => (conversation === 'stuck' ? 'hang' : 'take'));
    const say = (conversation: string) =>
      desk.post({
        ...desk.message('find a provider', conversation),
        serviceUrl: connector.serviceUrl,
        conversation: { id: conversation, tenantId: 'tenant-1', conversationType: 'personal' },
      });

    const stuck = Array.from({ length: 50 }, () => say('stuck'));
    while (connector.hanging() < stuck.length) await new Promise(setImmediate);
    for (let times = 0; times < 10; times += 1) assert.equal((await say(`chat-${times}`)).status, 200);
    assert.equal(connector.hanging(), stuck.length);

    await connector.close();
    for (const { status } of await Promise.all(stuck)) assert.equal(status, 500);
    await desk.close();
  });
});
