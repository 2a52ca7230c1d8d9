import assert from 'node:assert/strict';
import { tenantId } from '../../../src/domain/identifiers.ts';
import { conversation } from '../../support/desk/conversation.ts';
import { rolesOf } from '../../support/ports/roles-of.ts';

const channel = {
  conversation: {
    id: '19:partners@thread.tacv2;messageid=1700000000000',
    tenantId: 'tenant-1',
    conversationType: 'channel',
  },
};

/** The stored subscribers, with how to reach them. */
async function subscribersOf(chat: ReturnType<typeof conversation>) {
  const { items } = await chat.store.list(tenantId('tenant-1'), 'subscriber', { limit: 10 });
  return items.map(({ value }) => value);
}

describe('Who is told', () => {
  it('is the person who installs the desk in their own chat', async () => {
    const chat = conversation();
    await chat.send({ type: 'installationUpdate', action: 'add' });
    const [adele, ...others] = await subscribersOf(chat);
    assert.deepEqual(adele?.audience, { kind: 'person', person: 'adele' });
    assert.equal(adele.state, 'reachable');
    assert.equal(adele.isTold, true);
    assert.deepEqual(others, []);
  });

  it('is not a channel where the desk is only installed', async () => {
    const chat = conversation();
    await chat.send({ type: 'installationUpdate', action: 'add', ...channel });
    assert.deepEqual(await subscribersOf(chat), []);
  });

  it('is the channel, not the thread, where someone says “notify here”, until someone says “stop notifying”', async () => {
    const chat = conversation();
    const { posted } = await chat.send({ type: 'message', text: 'notify here', ...channel });
    assert.equal(posted.length, 1);
    const [registered] = await subscribersOf(chat);
    assert.equal(registered?.id, 'group 19:partners@thread.tacv2');
    assert.equal(registered.isTold, true);
    assert.deepEqual(registered.reference['conversation'], {
      ...channel.conversation,
      id: '19:partners@thread.tacv2',
    });
    await chat.send({ type: 'message', text: 'stop notifying', ...channel });
    assert.equal((await subscribersOf(chat))[0]?.isTold, false);
  });

  it('is no channel or group chat unless somebody with a role says so, and the history shows who did and who tried', async () => {
    const chat = conversation({
      roles: rolesOf([['adele', new Set(['billingAdministrator'] as const)]]),
    });
    const say = async (text: string, person: string) =>
      JSON.stringify((await chat.send({ type: 'message', text, ...channel }, { person })).posted);
    for (let time = 0; time < 3; time += 1)
      assert.match(await say('notify here', 'lee'), /You cannot decide this yourself.*Billing Administrator/);
    assert.deepEqual(await subscribersOf(chat), []);
    await say('notify here', 'adele');
    await say('notify here', 'adele');
    assert.match(await say('stop notifying', 'lee'), /You cannot decide this yourself/);
    assert.equal((await subscribersOf(chat))[0]?.isTold, true);
    await say('stop notifying', 'adele');
    await say('stop notifying', 'adele');
    assert.equal((await subscribersOf(chat))[0]?.isTold, false);
    const { items } = await chat.store.entries(tenantId('tenant-1'), 'audit', { limit: 20 });
    const id = '19:partners@thread.tacv2';
    assert.deepEqual(
      items.map(({ by, event }) => [typeof by === 'object' && 'person' in by ? by.person : by, event]),
      [
        ['lee', { kind: 'subscriptionRefused', chat: id, wanted: 'notifyHere', why: 'role' }],
        ['adele', { kind: 'chatSubscribed', chat: id }],
        ['lee', { kind: 'subscriptionRefused', chat: id, wanted: 'stopNotifying', why: 'role' }],
        ['adele', { kind: 'chatUnsubscribed', chat: id }],
      ],
    );
    const shown = JSON.stringify(await chat.say('history'));
    assert.match(shown, /Notifications turned on in a channel or group chat: 19:partners@thread\.tacv2/);
    assert.match(shown, /Wanted to turn them off without a role that may\./);
  });

  it('is everyone who says so in their own chat, with or without a role', async () => {
    const chat = conversation({ roles: rolesOf([]) });
    await chat.say('notify here', { person: 'lee' });
    assert.equal((await subscribersOf(chat))[0]?.isTold, true);
    await chat.say('stop notifying', { person: 'lee' });
    assert.equal((await subscribersOf(chat))[0]?.isTold, false);
    const { items } = await chat.store.entries(tenantId('tenant-1'), 'audit', { limit: 20 });
    assert.deepEqual(items, []);
  });

  it('is reached where the channel says now, whoever speaks there', async () => {
    const chat = conversation();
    await chat.send({ type: 'message', text: 'notify here', ...channel });
    const before = await chat.store.list(tenantId('tenant-1'), 'subscriber', { limit: 1 });
    await chat.send({ type: 'message', text: 'help', ...channel }, { person: 'grace', locale: 'fr-FR' });
    assert.deepEqual(await chat.store.list(tenantId('tenant-1'), 'subscriber', { limit: 1 }), before);
    await chat.send({ type: 'message', text: 'help', ...channel, serviceUrl: 'http://127.0.0.1:2/' });
    assert.equal((await subscribersOf(chat))[0]?.reference['serviceUrl'], 'http://127.0.0.1:2/');
  });

  it('is lost on record, where somebody takes the desk away from a channel or group chat that is told', async () => {
    const chat = conversation();
    const take = (person: string) =>
      chat.send({ type: 'installationUpdate', action: 'remove', ...channel }, { person });
    await take('lee');
    await chat.send({ type: 'message', text: 'notify here', ...channel }, { person: 'adele' });
    await take('lee');
    await take('lee');
    const { items } = await chat.store.entries(tenantId('tenant-1'), 'audit', { limit: 20 });
    const id = '19:partners@thread.tacv2';
    assert.deepEqual(
      items.map(({ by, event }) => [typeof by === 'object' && 'person' in by ? by.person : by, event]),
      [
        ['adele', { kind: 'chatSubscribed', chat: id }],
        ['lee', { kind: 'chatLeft', chat: id }],
      ],
    );
  });

  it('is out of reach once the desk is taken away, which gets no answer, and back with the next word', async () => {
    const chat = conversation();
    await chat.send({ type: 'installationUpdate', action: 'add' });
    const { posted } = await chat.send({ type: 'installationUpdate', action: 'remove' });
    assert.deepEqual(posted, []);
    assert.equal((await subscribersOf(chat))[0]?.state, 'gone');
    await chat.say('help');
    assert.equal((await subscribersOf(chat))[0]?.state, 'reachable');
  });
});
