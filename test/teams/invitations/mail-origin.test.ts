import assert from 'node:assert/strict';
import { newId } from '../../../src/adapters/system/system-clock.ts';
import { receiveSubmittedInvitation } from '../../../src/application/invitations/receive-submitted-invitation.ts';
import { tenantId } from '../../../src/domain/identifiers.ts';
import type { MailOrigin } from '../../../src/domain/invitations/message/mail-origin.ts';
import { nodesOf, textOf } from '../../support/cards/card-text.ts';
import { conversation } from '../../support/desk/conversation.ts';
import { offerOf } from '../../support/examples/invitation-examples.ts';

const received: MailOrigin = {
  from: 'sales@fabrikam.example',
  fromName: 'Fabrikam Sales',
  results: { spf: 'pass', dkim: 'none', dmarc: 'pass' },
  headersBy: 'anybody',
};

describe('The mail that an invitation came in', () => {
  it('is shown as its headers claim, on the card and in the second step', async () => {
    const { chat, card } = await cardOf(received);
    const step = await chat.press(card, 'Authorize');
    assert.match(textOf(step), /^Give administration/);
    for (const shown of [card, step]) {
      const text = textOf(shown).replaceAll('\u00a0', ' ');
      assert.match(
        text,
        /It came in a mail from\s*sales@fabrikam\.example\s*, which calls itself “Fabrikam Sales”/,
      );
      assert.match(
        text,
        /SPF passed · DKIM is not used · DMARC passed: as its headers claim; anyone can write them\./,
      );
      assert.ok(nodesOf(shown).every(({ color }) => color !== 'good'));
    }
  });

  it('is shown as the tenant’s own mail system noted it', async () => {
    const { card } = await cardOf({ ...received, headersBy: 'mailbox' });
    assert.match(textOf(card), /DMARC passed: as your mail system noted on receipt\./);
  });

  for (const headersBy of ['anybody', 'mailbox'] as const) {
    it(`that failed DMARC is warned of, by ${headersBy}`, async () => {
      const { card } = await cardOf({ ...received, results: { spf: 'pass', dmarc: 'fail' }, headersBy });
      const warning = nodesOf(card).find(({ text }) => String(text).startsWith('DMARC failed'));
      assert.equal(warning?.['color'], 'attention');
    });
  }

  it('may say nothing', async () => {
    const { card } = await cardOf({ results: {}, headersBy: 'anybody' });
    assert.match(
      textOf(card),
      /It came in a mail that names no sender, or more than one\.\s+Its headers say nothing of SPF, DKIM or DMARC\./,
    );
  });

  it('keeps the end of a long address, which says whose it is', async () => {
    const from = `billing@microsoft.com.${'accept.'.repeat(25)}evil.example`;
    const { card } = await cardOf({ ...received, from });
    assert.match(textOf(card), /billing@….*\.evil\.example/);
  });

  it('is not spoken of where there was none', async () => {
    const { card } = await cardOf(undefined);
    assert.doesNotMatch(textOf(card), /mail/);
  });
});

async function cardOf(mail: MailOrigin | undefined) {
  const chat = conversation();
  const ports = { store: chat.store, clock: chat.time.clock, newId };
  await receiveSubmittedInvitation(ports, tenantId('tenant-1'), {
    postedId: 'inv-1',
    offer: { ...offerOf('delegatedAdministrator'), ...(mail && { mail }) },
    withdrawn: false,
  });
  const list = await chat.say('invitations');
  return { chat, card: await chat.press(list, 'Review Fabrikam') };
}
