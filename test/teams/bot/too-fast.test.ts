import assert from 'node:assert/strict';
import { textOf } from '../../support/cards/card-text.ts';
import { conversation } from '../../support/desk/conversation.ts';

describe('Someone who asks too much at once', () => {
  const turnLimits = { perPerson: 2, perTenant: 0 };

  it('is told to wait, in their language, and nothing is done', async () => {
    const chat = conversation({ config: { turnLimits } });
    for (let turn = 0; turn < 2; turn += 1) await chat.say('find a provider');
    assert.match(textOf(await chat.say('find a provider')), /Wait 30 seconds, then try again\./);
    assert.match(
      textOf(await chat.say('find a provider', { locale: 'fr-FR' })),
      /Réessayez dans 30\u00a0secondes\./,
    );
    assert.deepEqual(chat.meter.refusals(), { 'person-too-fast': 2 });
    await chat.time.pass(30_000);
    assert.match(textOf(await chat.say('find a provider')), /12 providers/);
  });

  it('can make a press again as it was', async () => {
    const chat = conversation({ config: { turnLimits } });
    const results = await chat.say('find a provider');
    await chat.press(results, 'Next');
    const refused = await chat.press(results, 'Next');
    assert.match(textOf(refused), /Wait 30 seconds/);
    await chat.time.pass(30_000);
    assert.match(textOf(await chat.press(refused, 'Try again')), /6–10 of 12/);
  });
});
