import assert from 'node:assert/strict';
import { markUnreachable, registerSubscriber } from '../../../src/application/notifications/subscriptions.ts';
import { personId, tenantId } from '../../../src/domain/identifiers.ts';
import { subscriberIdOf, type Audience } from '../../../src/domain/notifications/subscriber.ts';
import { memoryStore } from '../../support/ports/memory-store.ts';

const tenant = tenantId('contoso');
const group = (number: number): Audience => ({ kind: 'group', conversation: `19:${number}` });

describe('chats that are told of invitations', () => {
  const register = (store: ReturnType<typeof memoryStore>, audience: Audience) =>
    registerSubscriber({ store }, tenant, { audience, reference: {}, language: 'en' });

  it('are 500 groups at most, and as many people as ask', async () => {
    const store = memoryStore();
    for (let number = 0; number < 500; number += 1) await register(store, group(number));
    await assert.rejects(register(store, group(500)), { code: 'too-many-chats', parameters: { max: 500 } });
    assert.equal(await register(store, group(7)), 'known');
    assert.equal(await register(store, { kind: 'person', person: personId('ada') }), 'new');
  });

  it('make room for a new group where the desk was removed from another', async () => {
    const store = memoryStore();
    for (let number = 0; number < 500; number += 1) await register(store, group(number));
    const gone = subscriberIdOf(group(123));
    await markUnreachable({ store }, tenant, gone);
    assert.equal(await register(store, group(500)), 'new');
    assert.equal(await store.get(tenant, 'subscriber', gone), undefined);
    await assert.rejects(register(store, group(501)), { code: 'too-many-chats' });
  });
});
