import assert from 'node:assert/strict';
import { TestAdapter, TurnContext } from 'botbuilder';
import { personId, tenantId } from '../../../src/domain/identifiers.ts';
import { activitySchema } from '../../../src/teams/channel/activity-schema.ts';
import { createStandings, type Standing } from '../../../src/teams/channel/standing.ts';
import { messageToDesk } from '../../support/desk/message-to-desk.ts';
import { monday } from '../../support/examples/contact-examples.ts';
import { adeleId, homeTenant, otherTenant } from '../../support/examples/example-ids.ts';
import { movingTime } from '../../support/ports/moving-time.ts';
import { recordedLog } from '../../support/ports/recorded-log.ts';

const actor = { tenant: tenantId(homeTenant), person: personId(adeleId), name: 'Adele Vance' };
const member = { id: `29:${adeleId}`, aadObjectId: adeleId, tenantId: homeTenant, userRole: 'user' };
const channelData = { tenant: { id: homeTenant }, team: { id: '19:team@thread.tacv2' } };

/** A roster that answers, or fails, as told; and who asks it. */
function openStandings({ isLenient = false }: { readonly isLenient?: boolean } = {}) {
  const time = movingTime(monday);
  const asked: string[] = [];
  let answers: (conversation: string) => Promise<unknown> = () => Promise.resolve(member);
  const adapter = new TestAdapter();
  const standingOf = createStandings({ clock: time.clock, log: recordedLog(), isLenient });
  return {
    asked,
    time,
    answer: (how: typeof answers) => {
      answers = how;
    },
    of(changes: object = {}): Promise<Standing> {
      const message = { ...messageToDesk('https://smba.trafficmanager.net/emea/', 'help'), ...changes };
      const context = new TurnContext(adapter, message as never);
      const getConversationMember = (conversation: string, id: string) => {
        asked.push(`${conversation} ${id}`);
        return answers(conversation);
      };
      context.turnState.set(adapter.ConnectorClientKey, { conversations: { getConversationMember } });
      return standingOf(context, activitySchema.parse(message), actor);
    },
  };
}

const fails = (statusCode?: number) => () =>
  Promise.reject(Object.assign(new Error('no roster'), { statusCode }));

describe('What a person is to the tenant', () => {
  const rosters: readonly (readonly [string, object, Standing])[] = [
    ['a user of the tenant', {}, 'member'],
    ['a user without a role', { userRole: undefined }, 'member'],
    [
      'a user whose ids are in capitals',
      { aadObjectId: adeleId.toUpperCase(), tenantId: homeTenant.toUpperCase() },
      'member',
    ],
    ['a user named by the older field', { aadObjectId: undefined, objectId: adeleId }, 'member'],
    ['a user named by the channel’s id alone', { aadObjectId: undefined }, 'member'],
    ['a guest', { userRole: 'guest' }, 'outsider'],
    ['a guest in capitals', { userRole: 'Guest' }, 'outsider'],
    ['an anonymous person', { userRole: 'anonymous' }, 'outsider'],
    ['a role that is not known', { userRole: 'someRoleToCome' }, 'outsider'],
    ['a guest who is called a user', { userPrincipalName: 'a_b.example#ext#@c.example' }, 'outsider'],
    ['a user of another tenant', { tenantId: otherTenant }, 'outsider'],
    ['a user of no tenant', { tenantId: undefined }, 'unverified'],
    ['somebody else', { aadObjectId: '00000000-0000-4000-8000-000000000000' }, 'unverified'],
    ['somebody else, by the channel’s id', { aadObjectId: undefined, id: '29:other' }, 'unverified'],
  ];
  for (const [what, changes, standing] of rosters) {
    it(`is ${standing} if the roster shows ${what}`, async () => {
      const standings = openStandings();
      standings.answer(() => Promise.resolve({ ...member, ...changes }));
      assert.equal(await standings.of(), standing);
    });
  }

  for (const [what, answer] of [
    ['fails', fails()],
    ['refuses', fails(403)],
    ['knows nobody', fails(404)],
    ['is broken', fails(500)],
    ['answers with a list', () => Promise.resolve([member])],
    ['answers with nothing', () => Promise.resolve(undefined)],
  ] as const) {
    it(`is unverified if the roster ${what}, and asked again at the next word`, async () => {
      const standings = openStandings();
      standings.answer(answer);
      assert.equal(await standings.of(), 'unverified');
      standings.answer(() => Promise.resolve(member));
      assert.equal(await standings.of(), 'member');
    });

    it(`is a member in a sandbox without credentials if the roster ${what}`, async () => {
      const standings = openStandings({ isLenient: true });
      standings.answer(answer);
      assert.equal(
        await standings.of({ conversation: { id: '19:group', conversationType: 'groupChat' } }),
        'member',
      );
    });
  }

  it('is an outsider by what the activity says, without asking anyone', async () => {
    const standings = openStandings();
    const { from } = messageToDesk('', '');
    for (const sign of [
      { tenantId: otherTenant },
      { userPrincipalName: 'a#EXT#@b.example' },
      { userRole: 'guest' },
      { role: 'bot' },
      { role: 'agenticUser' },
    ]) {
      assert.equal(await standings.of({ from: { ...from, ...sign } }), 'outsider');
    }
    assert.deepEqual(standings.asked, []);
  });

  it('is asked once for a person in a chat in five minutes, however many press at once', async () => {
    const standings = openStandings();
    await Promise.all(Array.from({ length: 50 }, () => standings.of()));
    await standings.time.pass(5 * 60_000 - 1);
    await standings.of();
    assert.equal(standings.asked.length, 1);
    await standings.time.pass(1);
    await standings.of();
    assert.equal(standings.asked.length, 2);
    await standings.of({ conversation: { id: '19:other', conversationType: 'groupChat' } });
    assert.equal(standings.asked.length, 3);
  });

  it('is asked of the team in a channel, and of the channel for whom it is shared with', async () => {
    const standings = openStandings();
    const conversation = { id: '19:shared@thread.tacv2;messageid=17', conversationType: 'channel' };
    standings.answer((where) => (where.startsWith('19:team') ? fails(404)() : Promise.resolve(member)));
    assert.equal(await standings.of({ conversation, channelData }), 'member');
    const id = `29:${adeleId}`;
    assert.deepEqual(standings.asked, [`19:team@thread.tacv2 ${id}`, `19:shared@thread.tacv2 ${id}`]);
  });

  it('is not asked in a person’s own chat in a sandbox without credentials', async () => {
    const standings = openStandings({ isLenient: true });
    assert.equal(await standings.of(), 'member');
    assert.deepEqual(standings.asked, []);
  });

  it('is kept for ten thousand chats at most: the oldest are asked about again', async () => {
    const standings = openStandings();
    const chat = (number: number) => ({
      conversation: { id: `19:${number}`, conversationType: 'groupChat' },
    });
    for (let number = 0; number <= 10_000; number += 1) await standings.of(chat(number));
    await standings.of(chat(10_000));
    assert.equal(standings.asked.length, 10_001);
    await standings.of(chat(0));
    assert.equal(standings.asked.length, 10_002);
  });
});
