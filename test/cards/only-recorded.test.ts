import assert from 'node:assert/strict';
import { layoutOf } from '../../src/application/history/file-layout.ts';
import type { AuditEvent } from '../../src/domain/history/audit-entry.ts';
import { exportFormats } from '../../src/domain/history/export-format.ts';
import { tenantId } from '../../src/domain/identifiers.ts';
import { effectKinds } from '../../src/domain/invitations/invitation-status.ts';
import { messagesIn } from '../../src/i18n/messages.ts';
import { entryWords } from '../../src/teams/history/entry-text.ts';
import { unfoundedClaims } from '../support/cards/claim-words.ts';
import { exampleCards } from '../support/cards/example-cards.ts';
import { exampleEvents } from '../support/cards/example-history-cards.ts';
import { textUnitsOf } from '../support/cards/text-units.ts';
import { monday } from '../support/examples/contact-examples.ts';
import { fabrikam } from '../support/examples/invitation-examples.ts';

const inProduction = { isSandbox: false, isOnlyRecorded: true };
const inSandbox = { isSandbox: true, isOnlyRecorded: false };

/** Every event, with every effect that a desk of today or of tomorrow has stored. */
const events: readonly AuditEvent[] = Object.values(exampleEvents).flatMap((event): readonly AuditEvent[] =>
  'effect' in event ? effectKinds.map((effect) => ({ ...event, effect })) : [event],
);

describe('a desk that only records decisions', () => {
  for (const language of ['en', 'fr'] as const) {
    const messages = messagesIn(language, undefined, inProduction);

    for (const { name, state, card } of exampleCards) {
      it(`claims nothing else in ${language} on the card ${name}: ${state}`, () => {
        assert.deepEqual(unfoundedClaims(language, textUnitsOf(card(messages))), []);
      });
    }

    for (const event of events) {
      const effect = 'effect' in event ? `, ${event.effect}` : '';
      it(`claims nothing else in ${language} of the history entry ${event.kind}${effect}`, () => {
        const entry = { at: monday, by: 'desk', event } as const;
        const { what, details } = entryWords(messages, { entry, partners: [fabrikam] });
        const lines = [what, ...details.map(({ line }) => line)];
        const units = lines.map((text) => ({ text, block: lines.join(' ') }));
        assert.deepEqual(unfoundedClaims(language, units), []);
      });
    }

    it(`claims nothing else in ${language} in any text of its catalogue that needs no more to be read`, () => {
      // These are shown where Microsoft 365 is read; that no card of this desk shows them is tested above.
      const { standing: _standing, activity: _activity, ...texts } = messages;
      const units = textsIn(texts).map((text) => ({ text, block: text }));
      assert.ok(units.length > 500);
      assert.deepEqual(unfoundedClaims(language, units), []);
    });

    it(`would be found out in ${language} if it spoke as a sandbox does`, () => {
      const asSandbox = messagesIn(language, undefined, inSandbox);
      const found = exampleCards.filter(
        ({ card }) => unfoundedClaims(language, textUnitsOf(card(asSandbox))).length > 0,
      );
      const names = new Set(found.map(({ name }) => name));
      for (const name of [
        'access-end',
        'history',
        'invitation-outcome',
        'partner',
        'partner-removed',
        'partners',
      ])
        assert.ok(names.has(name), name);
    });
  }

  for (const format of exportFormats) {
    for (const event of events.filter((one) => 'before' in one || one.kind === 'reviewFinished')) {
      const effect = 'effect' in event ? event.effect : 'inEffect';
      it(`says in the file ${format} what ${event.kind}, ${effect}, means for Microsoft 365`, () => {
        const entry = { at: monday, by: 'desk', event } as const;
        const filed = { tenant: tenantId('contoso'), entry };
        const row = layoutOf(format, undefined).lines([{ filed, names: [] }]);
        assert.match(
          row,
          effect === 'awaiting' || effect === 'confirmed' || effect === 'said'
            ? /(?:awaiting|confirmed by|as somebody says; not shown by) Microsoft 365/
            : /recorded here; nothing was done in Microsoft 365 yet/,
        );
      });
    }
  }
});

/** Every text of a catalogue; of those that take something to be said, what they say of it. */
function textsIn(node: unknown): readonly string[] {
  if (typeof node === 'string') return [node];
  if (typeof node !== 'object' || node === null) return [];
  return Object.values(node).flatMap(textsIn);
}
