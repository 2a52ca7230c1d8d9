import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tenantId } from '../../../src/domain/identifiers.ts';
import { buttonsOf, textOf } from '../../support/cards/card-text.ts';
import { attachedCard, conversation } from '../../support/desk/conversation.ts';

const link =
  'https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=3b33e682-00c3-41ee-9dd2-a548adf56438&msppId=0&DAP=false#/BillingAccounts/partner-invitation';
const asHtml = {
  contentType: 'text/html',
  content: `<p><a href="${link.replaceAll('&', '&amp;')}">Accept</a></p>`,
};

describe('An invitation in a chat', () => {
  it('is read behind the words that show it', async () => {
    const card = await said({ text: 'Accept', attachments: [asHtml] });
    assert.match(textOf(card), /^Accept Partner Invitation/);
  });

  it('is read of a message that has no text', async () => {
    assert.match(textOf(await said({ attachments: [asHtml] })), /^Accept Partner Invitation/);
  });

  it('whose words show it, and which opens another site, is warned of', async () => {
    const content = `<p><a href="https://sign-in.example/x">${link.replaceAll('&', '&amp;')}</a></p>`;
    const card = await said({ text: link, attachments: [{ contentType: 'text/html', content }] });
    assert.match(textOf(card), /^Do not open this link/);
    assert.deepEqual(buttonsOf(card), []);
  });

  it('does not make a command of a message’s HTML', async () => {
    const attachments = [{ contentType: 'text/html', content: '<p>partners</p>' }];
    assert.match(textOf(await said({ text: 'help', attachments })), /^What you can say/);
  });
});

describe('A message that is edited', () => {
  const edit = {
    type: 'messageUpdate',
    channelData: { tenant: { id: 'tenant-1' }, eventType: 'editMessage' },
  };

  it('to hold an invitation is answered with it, as often as it is edited, and the invitation is one', async () => {
    const chat = conversation();
    for (const text of ['typo', link, `${link} please`]) {
      const { posted } = await chat.send({ ...edit, text });
      assert.equal(posted.length, 1);
      if (text !== 'typo') assert.match(textOf(attachedCard(posted)), /^Accept Partner Invitation/);
    }
    assert.deepEqual(await history(chat), ['invitationReceived']);
  });

  it('to hold a forged one is warned of', async () => {
    const { posted } = await conversation().send({
      ...edit,
      text: link.replace('microsoft.com', 'microsoft.com.evil.example'),
    });
    assert.match(textOf(attachedCard(posted)), /^Do not open this link/);
  });

  it('is answered where it asks to be shown something', async () => {
    const { posted } = await conversation().send({ ...edit, text: 'partners' });
    assert.match(textOf(attachedCard(posted)), /^Partners/);
  });

  for (const text of ['notify here', 'en français', 'review partners', 'export history']) {
    it(`to “${text}” changes nothing, and says so`, async () => {
      const chat = conversation();
      const { posted } = await chat.send({ ...edit, text });
      assert.match(textOf(attachedCard(posted)), /^An edited message changes nothing/);
      assert.deepEqual(await history(chat), []);
      assert.match(textOf(await chat.say('help')), /^What you can say/);
    });
  }

  it('presses no button', async () => {
    const chat = conversation();
    const card = await chat.say(link);
    const data = buttonsOf(card).find(({ title }) => title === 'Authorize')?.data;
    for (const value of [
      { verb: 'invitation.authorize', ...data },
      { action: { verb: 'invitation.authorize', data } },
    ])
      await chat.send({ ...edit, text: '', value });
    assert.deepEqual(await history(chat), ['invitationReceived']);
  });

  for (const eventType of ['undeleteMessage', 'softDeleteMessage', undefined, null, 7]) {
    it(`is not one where Teams tells of ${JSON.stringify(eventType)}`, async () => {
      for (const type of ['messageUpdate', 'messageDelete']) {
        const { posted } = await conversation().send({
          ...edit,
          type,
          channelData: { eventType },
          text: link,
        });
        assert.deepEqual(posted, []);
      }
    });
  }
});

describe('The dialog of “Review invitation”', () => {
  const handOver = (chat: ReturnType<typeof conversation>, messagePayload: unknown, locale = 'en-US') =>
    chat.send(
      {
        type: 'invoke',
        name: 'composeExtension/fetchTask',
        value: { commandId: 'reviewInvitation', messagePayload },
      },
      { locale },
    );

  for (const [locale, words] of [
    ['en-US', /There is no partner invitation in this message/],
    ['fr-FR', /Ce message ne contient pas d’invitation de partenaire/],
  ] as const) {
    for (const payload of [
      undefined,
      null,
      7,
      'x',
      [],
      {},
      { body: null },
      { body: 7 },
      { body: [] },
      { body: { content: {} } },
    ]) {
      it(`answers in ${locale} to ${JSON.stringify(payload)}`, async () => {
        const { posted } = await handOver(conversation(), payload, locale);
        assert.match(JSON.stringify(posted), /"status":200.*"type":"continue"/);
        assert.match(JSON.stringify(posted), words);
      });
    }
  }

  it('answers to whatever it may be', async () => {
    const chat = conversation();
    const attachments = fc.array(
      fc.record({
        contentType: fc.constantFrom('messageReference', 'forwardedMessageReference', 'text/html', 'x'),
        content: fc.oneof(fc.json(), fc.jsonValue()),
      }),
    );
    const payload = fc.record({ body: fc.jsonValue(), attachments: fc.oneof(attachments, fc.jsonValue()) });
    await fc.assert(
      fc.asyncProperty(payload, async (any) => {
        const { posted } = await handOver(chat, any);
        assert.match(JSON.stringify(posted), /"status":200.*"type":"continue"/);
      }),
      { numRuns: 50 },
    );
  });

  it('finds the invitation in a message that was forwarded, and on the button of a card', async () => {
    for (const attachment of [
      {
        contentType: 'forwardedMessageReference',
        content: JSON.stringify({ originalMessageContent: asHtml.content }),
      },
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: JSON.stringify({ actions: [{ type: 'Action.OpenUrl', title: 'Open', url: link }] }),
      },
    ]) {
      const chat = conversation();
      const body = { contentType: 'html', content: '<attachment id="1"></attachment>' };
      const { posted } = await handOver(chat, { body, attachments: [attachment] });
      assert.match(JSON.stringify(posted), /The invitation is in your chat with Partner Desk/);
      assert.deepEqual(await history(chat), ['invitationReceived']);
    }
  });
});

async function said(fields: object) {
  const { posted } = await conversation().send({ type: 'message', ...fields });
  return attachedCard(posted);
}

async function history({ store }: ReturnType<typeof conversation>): Promise<readonly string[]> {
  const { items } = await store.entries(tenantId('tenant-1'), 'audit', { limit: 100 });
  return items.map(({ event }) => event.kind);
}
