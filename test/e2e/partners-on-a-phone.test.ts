import assert from 'node:assert/strict';
import { partnerCards } from './support/partner-cards.ts';
import { phones } from './support/phone.ts';
import { screenshot } from './support/screenshot.ts';
import type { AdaptiveCard } from '../../src/teams/card.ts';

const cardNames = ['partners', 'no partners', 'partner', 'removal', 'removed', 'history', 'no history'];

for (const language of ['en', 'fr'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    describe(`Partners on a phone, in ${language}, ${theme}`, () => {
      let cards: ReadonlyMap<string, AdaptiveCard> = new Map();
      const phoneWith = phones(360, theme);

      before(async () => {
        cards = await partnerCards(language);
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
