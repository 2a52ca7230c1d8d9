import assert from 'node:assert/strict';
import type { AdaptiveCard } from '../../../src/teams/cards/card.ts';
import { phones } from './phone.ts';
import { screenshot } from './screenshot.ts';

/**
 * Defines tests that cards are readable and usable on a small screen, in both languages and themes.
 * @param cardNames the cards to test
 * @param makeCards makes all cards in a language, by name
 * @param screens the widths in CSS pixels, by name
 */
export function onEveryPhone(
  subject: string,
  cardNames: readonly string[],
  makeCards: (language: 'en' | 'fr') => Promise<ReadonlyMap<string, AdaptiveCard>>,
  screens: Readonly<Record<string, number>> = { phone: 360 },
): void {
  for (const [screen, width] of Object.entries(screens)) {
    for (const language of ['en', 'fr'] as const) {
      for (const theme of ['light', 'dark'] as const) {
        describe(`${subject} on a ${screen}, in ${language}, ${theme}`, () => {
          let cards: ReadonlyMap<string, AdaptiveCard> = new Map();
          const phoneWith = phones(width, theme);

          before(async () => {
            cards = await makeCards(language);
          });

          for (const name of cardNames) {
            it(`all of the card fits, and everyone can use it: ${name}`, async () => {
              const card = cards.get(name);
              assert.ok(card);
              const phone = await phoneWith(card, language);
              const picture = [screen, language, theme, name].join('-').replaceAll(' ', '-');
              await screenshot(phone.card, picture);
              assert.deepEqual(await phone.overflowing(), []);
              assert.deepEqual(await phone.barriers(), []);
            });
          }
        });
      }
    }
  }
}
