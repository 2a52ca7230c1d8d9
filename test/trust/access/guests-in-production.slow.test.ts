import assert from 'node:assert/strict';
import { type DeskProcess } from '../../support/desk/desk-process.ts';
import { messageToDesk } from '../../support/desk/message-to-desk.ts';
import { adeleId, homeTenant, otherTenant } from '../../support/examples/example-ids.ts';
import { type RosterAnswer } from '../../support/servers/channel.ts';
import { rosterMember } from '../../support/servers/roster.ts';
import { openProduction, type Production } from '../../support/servers/production.ts';

const linkOf = (number: number) =>
  `https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=3b33e682-00c3-41ee-9dd2-0000000000${10 + number}&msppId=0&DAP=false#/BillingAccounts/partner-invitation`;

const chats = ['personal', 'groupChat', 'channel'] as const;
const member = rosterMember(`29:${adeleId}`);

/** What the roster may say of somebody who is in `ADMINS`, and what they are told then. */
const rosters: readonly (readonly [string, RosterAnswer, RegExp])[] = [
  ['a guest', { ...member, userRole: 'guest' }, /not for guests/],
  [
    'a guest by name',
    { ...member, userPrincipalName: 'adele#EXT#@contoso.onmicrosoft.com' },
    /not for guests/,
  ],
  ['anonymous', { ...member, userRole: 'anonymous' }, /not for guests/],
  ['of another tenant', { ...member, tenantId: otherTenant }, /not for guests/],
  ['of no tenant', { ...member, tenantId: null }, /could not check with Teams/],
  ['unknown', 404, /could not check with Teams/],
  ['not to be asked about', 403, /could not check with Teams/],
  ['not to be asked about now', 503, /could not check with Teams/],
  ['never answered about', 'hang', /could not check with Teams/],
];

describe('An administrator of a production desk', function () {
  let production: Production;
  let identity: Production['identity'];
  let channel: Production['channel'];
  let desk: DeskProcess;
  let chat = 0;

  before(async () => {
    production = await openProduction();
    ({ identity, channel } = production);
    desk = await production.start({ PERSON_TURNS_PER_MINUTE: '0' });
  });
  after(() => production.close());

  /** Where nobody was asked about yet: the roster is believed for minutes. */
  function newChat(kind: (typeof chats)[number]) {
    chat += 1;
    return { id: `${kind === 'personal' ? 'a' : '19'}:chat-${chat}`, conversationType: kind };
  }

  async function send(conversation: object, changes: object): Promise<string> {
    const message = messageToDesk(channel.serviceUrl, '');
    const activity = { ...message, conversation: { ...conversation, tenantId: homeTenant }, ...changes };
    const token = await identity.sign(channel.serviceUrl);
    const { status, text } = await desk.post(activity, `Bearer ${token}`);
    assert.equal(status, 200);
    return text + JSON.stringify(channel.posted.splice(0).map(({ activity: posted }) => posted));
  }

  async function paste(number: number): Promise<string> {
    channel.rosterAs((_conversation, id) => rosterMember(id));
    const card = await send(newChat('groupChat'), { text: linkOf(number) });
    const [, invitation] = /"invitation":"([^"]+)"/.exec(card) ?? [];
    assert.ok(invitation, card);
    return invitation;
  }

  const press = (conversation: object, verb: string, data: object) =>
    send(conversation, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb, data } },
    });

  for (const [number, [what, roster, told]] of rosters.entries()) {
    it(`decides nothing in any kind of chat where the roster says: ${what}`, async () => {
      const invitation = await paste(number);
      channel.rosterAs(() => roster);
      for (const kind of chats) {
        const conversation = newChat(kind);
        for (const verb of ['invitation.authorize', 'invitation.cancel'])
          assert.match(await press(conversation, verb, { invitation }), told, `${verb} in ${kind}`);
        for (const text of [linkOf(90 - 10), 'notify here', 'history'])
          assert.match(await send(conversation, { text }), told, `${text} in ${kind}`);
      }
      channel.rosterAs((_conversation, id) => rosterMember(id));
      const card = await press(newChat('personal'), 'invitation.open', { invitation });
      assert.match(card, /"verb":"invitation\.authorize"/, 'it is still pending');
      if (what === 'unknown')
        assert.match(await press(newChat('channel'), 'invitation.authorize', { invitation }), /recorded/);
    });
  }

  it('reads in their own chat while the roster is silent, and nowhere else', async () => {
    channel.rosterAs(() => 500);
    assert.match(await send(newChat('personal'), { text: 'invitations' }), /Invitations/);
    assert.match(await send(newChat('groupChat'), { text: 'invitations' }), /could not check with Teams/);
    assert.match(await send(newChat('groupChat'), { text: 'find a provider' }), /providers/);
  });

  it('costs one question to the roster for each chat, however often they press', async () => {
    channel.rosterAs((_conversation, id) => rosterMember(id));
    const conversation = newChat('groupChat');
    channel.rosterAsked.splice(0);
    await Promise.all(Array.from({ length: 40 }, () => press(conversation, 'partners.list', { state: {} })));
    assert.deepEqual(channel.rosterAsked, [`${conversation.id} 29:${adeleId}`]);
  });
});
