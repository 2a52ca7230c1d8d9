import assert from 'node:assert/strict';
import { textOf } from '../../support/cards/card-text.ts';
import { conversation } from '../../support/desk/conversation.ts';

describe('A conversation that has the same id in two tenants', () => {
  it('goes on in the tenant in which it began', async () => {
    const chat = conversation();
    await chat.say('find a provider');
    assert.match(textOf(await chat.say('next page')), /6–10 of 12 providers/);
  });

  it('is another one in the other tenant: a search of the first is unknown there', async () => {
    const chat = conversation();
    await chat.say('find a provider');
    assert.doesNotMatch(textOf(await chat.say('next page', { tenant: 'tenant-2' })), /of 12 providers/);
  });
});
