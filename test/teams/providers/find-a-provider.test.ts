import assert from 'node:assert/strict';
import { buttonsOf, choicesOf, inputsOf, textOf } from '../../support/cards/card-text.ts';
import { conversation } from '../../support/desk/conversation.ts';
import { memoryDirectory } from '../../support/ports/memory-directory.ts';

describe('finding a provider', () => {
  for (const words of [
    'find a provider',
    'find a solution provider',
    'rechercher un fournisseur de solutions',
  ]) {
    it(`opens the directory for “${words}”`, async () => {
      const card = await conversation().say(words);
      assert.match(textOf(card), /^Find a solution provider\n/);
      assert.match(textOf(card), /1–5 of 12 providers/);
    });
  }

  it('takes filters from the words', async () => {
    const card = await conversation().say('I need a reseller in Lyon for Azure');
    assert.match(textOf(card), /Narrowed by: Lyon · Azure · Reseller/);
    assert.deepEqual(namesIn(card), ['Fabrikam Lyon', 'Tailspin Lyon']);
  });

  it('answers in French where the client is French', async () => {
    const card = await conversation().say('je cherche un revendeur à Paris', { locale: 'fr-CA' });
    assert.match(textOf(card), /^Rechercher un fournisseur de solutions\n/);
    assert.match(textOf(card), /Filtré par : Paris · Revendeur/);
    assert.match(textOf(card), /1 fournisseur\n|1 fournisseur$/);
  });

  it('forgives typos', async () => {
    const card = await conversation().say('fnid fabrikm');
    assert.deepEqual(namesIn(card), ['Fabrikam Lyon']);
  });

  it('hears through the mention that a channel puts before the words', async () => {
    const chat = conversation();
    const mention = {
      type: 'mention',
      text: '<at>Partner Desk</at>',
      mentioned: { id: '28:desk', name: 'Partner Desk' },
    };
    const text = '<at>Partner Desk</at> find a provider in Oslo';
    const { posted } = await chat.send({ type: 'message', text, entities: [mention] });
    assert.match(JSON.stringify(posted), /Trey Research Oslo/);
  });

  describe('on the results', () => {
    it('offers only values that exist, with their counts', async () => {
      const card = await conversation().say('find a provider');
      assert.deepEqual(choicesOf(card, 'country').slice(0, 3), [
        ['Any country', 'any'],
        ['France (3)', 'FR'],
        ['Canada (2)', 'CA'],
      ]);
      assert.deepEqual(choicesOf(card, 'size'), [
        ['Any size', 'any'],
        ['10 to 50 people (12)', '10-50'],
        ['51 to 250 people (12)', '51-250'],
      ]);
    });

    it('searches again in place with what the box and the lists say', async () => {
      const chat = conversation();
      const card = await chat.press(await chat.say('find a provider'), 'Search', {
        text: 'azure',
        country: 'FR',
      });
      assert.deepEqual(namesIn(card), ['Fabrikam Lyon', 'Tailspin Lyon']);
      assert.match(textOf(card), /Narrowed by: France/);
    });

    it('pages to and fro', async () => {
      const chat = conversation();
      const first = await chat.say('find a provider');
      const second = await chat.press(first, 'Next');
      assert.match(textOf(second), /6–10 of 12 providers/);
      const last = await chat.press(second, 'Next');
      assert.match(textOf(last), /11–12 of 12 providers/);
      assert.ok(!titlesOf(last).includes('Next'));
      assert.deepEqual(
        namesIn(await chat.press(await chat.press(last, 'Previous'), 'Previous')),
        namesIn(first),
      );
    });

    it('clears the filters and keeps the words', async () => {
      const chat = conversation();
      const narrowed = await chat.press(await chat.say('find a provider'), 'Search', {
        text: 'azure',
        country: 'CH',
      });
      const cleared = await chat.press(narrowed, 'Clear filters');
      assert.match(textOf(cleared), /1–5 of 6 providers/);
      assert.ok(!titlesOf(cleared).includes('Clear filters'));
    });

    it('says what to give up where nothing matches, one press each', async () => {
      const chat = conversation();
      const none = await chat.press(await chat.say('find a provider'), 'Search', {
        text: 'azure',
        country: 'NO',
      });
      assert.match(textOf(none), /No provider matches all of this/);
      assert.deepEqual(namesIn(none), []);
      const relaxed = await chat.press(none, 'Without Norway (6)');
      assert.match(textOf(relaxed), /1–5 of 6 providers/);
      assert.deepEqual(namesIn(await chat.press(none, 'Without “azure” (1)')), ['Trey Research Oslo']);
    });

    it('says so where giving up one thing is not enough', async () => {
      const chat = conversation();
      const none = await chat.press(await chat.say('find a provider'), 'Search', {
        text: 'qqqqqqq',
        country: 'NO',
        industry: 'Mining',
      });
      assert.match(textOf(none), /Not even parts of it match/);
      assert.match(textOf(await chat.press(none, 'Show every provider')), /of 12 providers/);
    });

    it('goes on by words: only in France, the second one, back, next page', async () => {
      const chat = conversation();
      await chat.say('find a provider');
      assert.deepEqual(namesIn(await chat.say('only in France')), [
        'Contoso Paris',
        'Fabrikam Lyon',
        'Tailspin Lyon',
      ]);
      assert.match(textOf(await chat.say('the second one')), /^Fabrikam Lyon\nLyon, France/);
      assert.match(textOf(await chat.say('back')), /3 providers/);
      await chat.say('clear filters');
      assert.match(textOf(await chat.say('next page')), /6–10 of 12/);
      assert.match(textOf(await chat.say('last page')), /11–12 of 12/);
    });

    it('says so where the one that is meant is not on the page', async () => {
      const chat = conversation();
      await chat.say('find a provider in Lyon');
      const card = await chat.say('the fifth one');
      assert.match(textOf(card), /That one is not on this page/);
      assert.equal(namesIn(card).length, 2);
    });

    it('opens one with everything that is known of it, and goes back to the same page', async () => {
      const chat = conversation();
      const second = await chat.press(await chat.say('find a provider'), 'Next');
      const details = await chat.press(second, 'Open Proseware London');
      for (const known of [
        'London, United Kingdom',
        'Integration',
        'Azure\u00a0· Power BI',
        'Education',
        'hello@proseware.example',
        'https://proseware.example',
      ]) {
        assert.ok(textOf(details).includes(known), known);
      }
      assert.deepEqual(namesIn(await chat.press(details, 'Back to results')), namesIn(second));
    });

    it('keeps what was ticked on other pages', async () => {
      const chat = conversation();
      const first = await chat.say('find a provider');
      const [tick] = Object.keys(ticksOf(first));
      assert.ok(tick !== undefined);
      const second = await chat.press(first, 'Next', { [tick]: 'true' });
      assert.match(textOf(second), /Selected: 1 on other pages/);
      assert.equal(ticksOf(await chat.press(second, 'Previous'))[tick], 'true');
    });
  });

  it('is each person’s own: two people in one channel do not disturb each other', async () => {
    const chat = conversation();
    const channel = { conversation: 'channel-1' };
    await chat.say('find a provider in France', { ...channel, person: 'adele' });
    await chat.say('find a provider in Canada', { ...channel, person: 'bianca' });
    assert.match(textOf(await chat.say('the first one', { ...channel, person: 'adele' })), /^Contoso Paris/);
    assert.match(
      textOf(await chat.say('the first one', { ...channel, person: 'bianca' })),
      /^Litware Montréal/,
    );
  });

  it('goes on after a restart', async () => {
    const before = conversation();
    const card = await before.say('find a provider in France');
    const after = conversation({ store: before.store, storage: before.storage });
    assert.match(textOf(await after.say('the second one')), /^Fabrikam Lyon/);
    assert.match(textOf(await after.press(card, 'Search', { text: 'lyon' })), /2 providers/);
  });

  it('does the same for clients without Universal Actions, by updating the message', async () => {
    const chat = conversation();
    const card = await chat.say('find a provider');
    const next = buttonsOf(card).find(({ title }) => title === 'Next');
    const { updated, posted } = await chat.send({
      type: 'message',
      value: { ...next?.data, verb: next?.verb },
      replyToId: 'message-1',
    });
    assert.equal(posted.length, 0);
    assert.equal(updated[0]?.id, 'message-1');
    assert.match(JSON.stringify(updated), /6–10 of 12 providers/);
  });

  for (const replyToId of [undefined, null, '']) {
    it(`posts the card anew where the channel does not say which message was pressed: ${String(replyToId)}`, async () => {
      const chat = conversation();
      const value = { verb: 'help.show' };
      const { updated, posted } = await chat.send({ type: 'message', value, replyToId });
      assert.deepEqual([updated.length, posted.length], [0, 1]);
    });
  }

  it('says so, and can be tried again, while the directory is being prepared', async () => {
    const chat = conversation({ directory: memoryDirectory() });
    assert.match(textOf(await chat.say('find a provider')), /still being prepared/);
    const help = await chat.say('help');
    const notice = await chat.press(help, 'Find a solution provider');
    assert.match(textOf(await chat.press(notice, 'Try again')), /still being prepared/);
  });
});

type Card = Parameters<typeof buttonsOf>[0];

function titlesOf(card: Card): readonly string[] {
  return buttonsOf(card).map(({ title }) => title);
}

function namesIn(card: Card): readonly string[] {
  return titlesOf(card).flatMap((title) =>
    /^Open (?!website)/.test(title) ? [title.slice('Open '.length)] : [],
  );
}

function ticksOf(card: Card): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(inputsOf(card)).filter(([id]) => id.startsWith('tick.')));
}
