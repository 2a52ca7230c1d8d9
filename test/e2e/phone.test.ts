import assert from 'node:assert/strict';
import type { AdaptiveCard } from '../../src/teams/card.ts';
import { everydayCards } from './support/everyday-cards.ts';
import { phones } from './support/phone.ts';
import { screenshot } from './support/screenshot.ts';

const cardNames = [
  'results',
  'unwieldy results',
  'details',
  'unwieldy details',
  'form',
  'form with problems',
  'sent',
  'requests',
  'help',
  'language',
  'nothing found',
  'not understood',
  'nobody selected',
  'review',
  'unwieldy review',
  'review at its end',
  'review finished',
];

for (const language of ['en', 'fr'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    describe(`On a phone, in ${language}, ${theme}`, () => {
      let cards: ReadonlyMap<string, AdaptiveCard> = new Map();
      const phoneWith = phones(360, theme);

      before(async () => {
        cards = await everydayCards(language);
      });

      for (const name of cardNames) {
        it(`all of the card fits, and everyone can use it: ${name}`, async () => {
          const card = cards.get(name);
          assert.ok(card);
          const phone = await phoneWith(card, language);
          await screenshot(phone.card, `phone-${language}-${theme}-${name.replaceAll(' ', '-')}`);
          assert.deepEqual(await phone.overflowing(), []);
          assert.deepEqual(await phone.barriers(), []);
        });
      }
    });
  }
}
