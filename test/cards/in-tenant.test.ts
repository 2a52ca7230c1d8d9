import assert from 'node:assert/strict';
import type { Language } from '../../src/domain/language.ts';
import { messagesIn } from '../../src/i18n/messages.ts';
import { exampleCards } from '../support/cards/example-cards.ts';
import { textUnitsOf, type TextUnit } from '../support/cards/text-units.ts';

const inTenant = { isSandbox: false, isOnlyRecorded: false, readsTenant: true };
const inSandbox = { isSandbox: true, isOnlyRecorded: false };
const inRecords = { isSandbox: false, isOnlyRecorded: true };

interface ClaimWords {
  /** What only a desk may say whose own records are all there is, or which does nothing but record. */
  readonly ofRecords: RegExp;
  /** Words that say that access was taken away. */
  readonly removed: RegExp;
  /** The sentence without which they may not stand. */
  readonly unless: RegExp;
}

const words: Record<Language, ClaimWords> = {
  en: {
    ofRecords: /\bin effect\b|\badministration: active\b|nothing was done in Microsoft 365/iu,
    removed: /\bpermissions(?::| were)? removed\b|\bremoved (?:its|the) delegated permissions\b/iu,
    unless: /confirmed in Microsoft 365/iu,
  },
  fr: {
    ofRecords:
      /en vigueur|administration déléguée : active(?!\p{L})|rien n’a encore été fait dans Microsoft 365/iu,
    removed:
      /autorisations déléguées(?: :| de .*)? (?:ont été )?supprimées|a supprimé (?:ses|les) autorisations/iu,
    unless: /confirmée? dans Microsoft 365/iu,
  },
};

function unfounded(language: Language, units: readonly TextUnit[]): readonly string[] {
  const { ofRecords, removed, unless } = words[language];
  return units
    .filter(({ text, block }) => ofRecords.test(text) || (removed.test(text) && !unless.test(block)))
    .map(({ text }) => text);
}

describe('a desk whose decisions take effect in Microsoft 365', () => {
  for (const language of ['en', 'fr'] as const) {
    const messages = messagesIn(language, undefined, inTenant);

    for (const { name, state, card } of exampleCards) {
      it(`calls nothing done in ${language} that was only decided, whenever it was: ${name}, ${state}`, () => {
        assert.deepEqual(unfounded(language, textUnitsOf(card(messages))), []);
      });
    }

    for (const [kind, wording] of Object.entries({ sandbox: inSandbox, 'desk of records': inRecords })) {
      it(`would be found out in ${language} if it spoke as a ${kind} does`, () => {
        const asOther = messagesIn(language, undefined, wording);
        const found = exampleCards.filter(
          ({ card }) => unfounded(language, textUnitsOf(card(asOther))).length > 0,
        );
        const names = new Set(found.map(({ name }) => name));
        for (const name of ['invitation-outcome', 'partner', 'partner-removed', 'partners'])
          assert.ok(names.has(name), name);
      });
    }
  }
});
