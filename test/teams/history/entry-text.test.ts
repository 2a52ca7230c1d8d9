import assert from 'node:assert/strict';
import { auditRow } from '../../../src/domain/history/audit-row.ts';
import { messagesIn } from '../../../src/i18n/messages.ts';
import { entryWords } from '../../../src/teams/history/entry-text.ts';
import { exampleEvents } from '../../support/cards/example-history-cards.ts';
import { monday } from '../../support/examples/contact-examples.ts';
import { hostileText } from '../../support/examples/hostile-text.ts';

/** More than a name that begins alike, and less than what a card cuts off. */
const recognizable = hostileText.length + 20;

describe('What a person wrote', () => {
  for (const event of Object.values(exampleEvents)) {
    const written = Object.values(event)
      .filter((value): value is string => typeof value === 'string' && value.startsWith(hostileText))
      .map((text) => text.slice(0, recognizable));
    if (written.length === 0) continue;

    it(`is in the history, on the card and in a file: ${event.kind}`, () => {
      const entry = { at: monday, by: 'desk', event } as const;
      const { what, details } = entryWords(messagesIn('en'), { entry, partners: [] });
      const shown = [what, ...details.map(({ line }) => line)].join('\n');
      const filed = Object.values(auditRow(entry)).join('\n');
      for (const text of written) {
        assert.ok(shown.includes(text), shown);
        assert.ok(filed.includes(text), filed);
      }
    });
  }
});
