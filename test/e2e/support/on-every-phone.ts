import assert from 'node:assert/strict';
import type { AdaptiveCard } from '../../../src/teams/cards/card.ts';
import { phones } from './phone.ts';
import { screenshot } from './screenshot.ts';

/**
 * Defines tests that cards are readable and usable on a small screen, in both languages and themes.
 * @param cardNames the cards to test
 * @param makeCards makes all cards in a language, by name
 */
export function onEveryPhone(
  subject: string,
  cardNames: readonly string[],
  makeCards: (language: 'en' | 'fr') => Promise<ReadonlyMap<string, AdaptiveCard>>,
): void {
  for (const language of ['en', 'fr'] as const) {
    for (const theme of ['light', 'dark'] as const) {
      describe(`${subject} on a phone, in ${language}, ${theme}`, () => {
        let cards: ReadonlyMap<string, AdaptiveCard> = new Map();
        const phoneWith = phones(360, theme);

        before(async () => {
          cards = await makeCards(language);
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
}
