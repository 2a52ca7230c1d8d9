import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { instantFrom } from '../../../src/domain/instant.ts';
import { type DeskProcess } from '../../support/desk/desk-process.ts';
import { messageToDesk } from '../../support/desk/message-to-desk.ts';
import { bytesOf, signedHeaders } from '../../support/desk/open-intake.ts';
import { adeleId, homeTenant } from '../../support/examples/example-ids.ts';
import { submittedReseller } from '../../support/examples/submitted-invitations.ts';
import { until } from '../../support/processes/until.ts';
import { openProduction, type Production } from '../../support/servers/production.ts';

const ownChat = 'a:adele-and-the-desk';

/** Chats that the desk is not in, as Teams describes them to a message action used there. */
const otherChats: readonly Readonly<Record<string, unknown>>[] = [
  { id: '19:group@thread.v2', conversationType: 'groupChat', isGroup: true },
  { id: '19:channel@thread.tacv2;messageid=1700000000000', conversationType: 'channel', isGroup: true },
  // A chat of two people is called personal, as the person's own with the desk is.
  { id: `19:${adeleId}_00000000-0000-4000-8000-000000000000@unq.gbl.spaces`, conversationType: 'personal' },
  // As if Teams named it in a way that the desk does not know.
  { id: 'a:another-chat', conversationType: 'personal' },
  { id: '19:untyped@thread.v2' },
];

/** Invokes and messages that come from chats that the desk is not in, or that tell nothing about where it is. */
const fromElsewhere: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  [
    'the message action',
    {
      type: 'invoke',
      name: 'composeExtension/fetchTask',
      value: { commandId: 'reviewInvitation', messagePayload: { body: { content: 'Good morning' } } },
    },
  ],
  ['an answer to its dialog', { type: 'invoke', name: 'composeExtension/submitAction', value: {} }],
  ['a search from the message box', { type: 'invoke', name: 'composeExtension/query', value: {} }],
  [
    'a link that is unfurled',
    { type: 'invoke', name: 'composeExtension/queryLink', value: { url: 'https://x.example' } },
  ],
  ['a dialog that is opened', { type: 'invoke', name: 'task/fetch', value: {} }],
  [
    'a file’s consent',
    {
      type: 'invoke',
      name: 'fileConsent/invoke',
      value: { type: 'fileUpload', action: 'decline', context: { export: 'none' } },
    },
  ],
  ['an edited message', { type: 'messageUpdate', text: 'notify here' }],
  ['a deleted message', { type: 'messageDelete' }],
  ['a reaction', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }],
  ['somebody who typed', { type: 'typing' }],
];

describe('A person whose own chat the desk knows', function () {
  let production: Production;
  let identity: Production['identity'];
  let channel: Production['channel'];
  let desk: DeskProcess;

  before(async () => {
    production = await openProduction();
    ({ identity, channel } = production);
    desk = await production.start();
    await send({ id: ownChat, conversationType: 'personal' }, { type: 'installationUpdate', action: 'add' });
    channel.posted.splice(0);
  });
  after(() => production.close());

  async function send(conversation: object, changes: object): Promise<void> {
    const message = messageToDesk(channel.serviceUrl, '');
    const activity = { ...message, conversation: { ...conversation, tenantId: homeTenant }, ...changes };
    const token = await identity.sign(channel.serviceUrl);
    const { status } = await desk.post(activity, `Bearer ${token}`);
    assert.ok(status === 200 || status === 501, String(status));
  }

  async function invite(id: string): Promise<void> {
    const body = bytesOf({ ...submittedReseller, id, tenantId: homeTenant });
    const headers = signedHeaders(body, instantFrom(Date.now()));
    const { status } = await fetch(`${desk.url}/api/invitations`, { method: 'POST', body, headers });
    assert.equal(status, 202);
  }

  /** Every file of the tenant, and of the state of conversations. */
  async function stored(): Promise<string> {
    const files = await readdir(join(production.folder, 'data'), { recursive: true, withFileTypes: true });
    const kept = files.filter((file) => file.isFile() && /tenants|bot-state/.test(file.parentPath));
    const texts = kept.map(async ({ parentPath, name }) => [
      name,
      await readFile(join(parentPath, name), 'utf8'),
    ]);
    return JSON.stringify((await Promise.all(texts)).toSorted());
  }

  it('stays known by that one, whatever they do elsewhere: nothing at all is stored', async () => {
    const before = await stored();
    for (const conversation of otherChats) {
      for (const [what, activity] of fromElsewhere) {
        await send(conversation, { ...activity, localTimezone: 'Europe/Paris' });
        assert.equal(await stored(), before, `${what} in ${JSON.stringify(conversation)}`);
      }
    }
  });

  it('is posted to there, after using the message action on an invitation elsewhere', async () => {
    for (const [number, conversation] of otherChats.entries()) {
      channel.posted.splice(0);
      const partner = `3b33e682-00c3-41ee-9dd2-00000000000${number}`;
      const content = `https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=${partner}&msppId=0&DAP=false#/BillingAccounts/partner-invitation`;
      await send(conversation, {
        type: 'invoke',
        name: 'composeExtension/fetchTask',
        value: { commandId: 'reviewInvitation', messagePayload: { body: { content } } },
      });
      await invite(`inv-${number}`);
      await until(() => channel.posted.length >= 2);
      for (const { path } of channel.posted)
        assert.ok(path.startsWith(`/v3/conversations/${encodeURIComponent(ownChat)}/activities`), path);
    }
  });
});
