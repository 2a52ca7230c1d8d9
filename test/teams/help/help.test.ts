import assert from 'node:assert/strict';
import { buttonsOf, textOf } from '../../support/cards/card-text.ts';
import { attachedCard, conversation } from '../../support/desk/conversation.ts';

describe('help', () => {
  it('welcomes whoever installs the desk, once, and says what it is for', async () => {
    const chat = conversation();
    const { posted } = await chat.send({ type: 'installationUpdate', action: 'add' });
    assert.match(
      textOf(attachedCard(posted)),
      /^Welcome to Partner Desk\nAdele Vance added Partner Desk here\. Find the solution providers/,
    );
    const again = await chat.send({ type: 'conversationUpdate', membersAdded: [{ id: '28:desk' }] });
    assert.deepEqual(again.posted, []);
  });

  it('says nothing when it is removed', async () => {
    assert.deepEqual(
      (await conversation().send({ type: 'installationUpdate', action: 'remove' })).posted,
      [],
    );
  });

  for (const words of ['help', 'Hi', 'hello', 'bonjour', 'aide', '?', '']) {
    it(`says what can be said to “${words}”`, async () => {
      const card = await conversation().say(words);
      assert.match(textOf(card), /^What you can say\n/);
      assert.match(textOf(card), /find a provider – opens the provider directory/);
    });
  }

  it('offers words that were not understood as a search', async () => {
    const chat = conversation();
    const card = await chat.say('the weather tomorrow');
    assert.match(textOf(card), /^I did not understand that/);
    const [offer] = buttonsOf(card);
    assert.match(offer?.title ?? '', /^Search for “/);
    assert.match(textOf(await chat.press(card, offer?.title ?? '')), /^Find a solution provider/);
  });

  it('says in the sandbox that nothing leaves the machine', async () => {
    assert.match(
      textOf(await conversation().say('help')),
      /Sandbox: sample data, nothing leaves this machine/,
    );
  });
});

describe('the language', () => {
  it('is that of the client, until another is asked for; then it is remembered', async () => {
    const chat = conversation();
    assert.match(textOf(await chat.say('help', { locale: 'fr-FR' })), /^Ce que vous pouvez dire/);
    assert.match(textOf(await chat.say('en français')), /^C’est noté, en français/);
    assert.match(textOf(await chat.say('help')), /^Ce que vous pouvez dire/);
    assert.match(textOf(await chat.say('in English', { locale: 'fr-FR' })), /^English it is/);
    assert.match(textOf(await chat.say('aide', { locale: 'fr-FR' })), /^What you can say/);
  });

  it('is each person’s own, and survives a restart', async () => {
    const before = conversation();
    await before.say('en français', { person: 'adele' });
    const after = conversation({ store: before.store, storage: before.storage });
    assert.match(textOf(await after.say('help', { person: 'adele' })), /^Ce que vous pouvez dire/);
    assert.match(textOf(await after.say('help', { person: 'bianca' })), /^What you can say/);
  });

  it('falls back to English for one that the desk does not speak', async () => {
    assert.match(textOf(await conversation().say('help', { locale: 'de-DE' })), /^What you can say/);
  });
});

describe('a press that no card of the desk sends', () => {
  for (const [what, verb, data] of [
    ['an unknown verb', 'providers.explode', {}],
    ['a verb from the prototype', 'constructor', {}],
    ['missing data', 'providers.show', {}],
    ['wrong types', 'provider.open', { provider: 7, state: 'x' }],
    [
      'a state with more than there is',
      'providers.show',
      { state: { text: '', filters: {}, offset: 0, ticked: [], role: 'globalAdministrator' } },
    ],
    [
      'a page below the first',
      'providers.show',
      { state: { text: '', filters: {}, offset: -5, ticked: [] } },
    ],
    [
      'a function that does not exist',
      'providers.show',
      { state: { text: '', filters: { function: 'owner' }, offset: 0, ticked: [] } },
    ],
  ] as const) {
    it(`${what}: says that the button no longer works`, async () => {
      const chat = conversation();
      const { posted } = await chat.send({
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { verb, data } },
      });
      assert.match(JSON.stringify(posted), /This button no longer works as it was sent/);
    });
  }
});
