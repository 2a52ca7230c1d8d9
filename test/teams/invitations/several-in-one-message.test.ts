import assert from 'node:assert/strict';
import type { AdminRole } from '../../../src/domain/admin-role.ts';
import { buttonsOf, textOf } from '../../support/cards/card-text.ts';
import { conversation } from '../../support/desk/conversation.ts';
import { rolesOf } from '../../support/ports/roles-of.ts';

const roles = rolesOf(new Map<string, ReadonlySet<AdminRole>>([['adele', new Set(['globalAdministrator'])]]));
const ofGoodShop = 'd1d1d1d1-0f1e-4d2c-8b3a-000000000001';
const ofBadShop = 'd1d1d1d1-0f1e-4d2c-8b3a-000000000002';

function granular(partner: string, request = '5a5b5c5d-1111-4222-8333-444455556666'): string {
  return `https://admin.microsoft.com/AdminPortal/Home#/partners/invitation/granularAdminRelationships/${request}-${partner}`;
}

function reseller(partner: string): string {
  return `https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=${partner}&msppId=0&DAP=false#/BillingAccounts/partner-invitation`;
}

const goodMail = `Partner: Good Shop\nDuration: 30 days\nRoles:\n* Directory Readers\n${granular(ofGoodShop)}`;
const badMail = `Partner: Bad Shop\nDuration: 2 years\nRoles:\n* Global Administrator\n${granular(ofBadShop)}`;

/** The cards that the list of a message opens, in its order. */
async function opened(chat: ReturnType<typeof conversation>, message: string): Promise<readonly string[]> {
  const list = await chat.say(message);
  const cards: string[] = [];
  for (const { title, verb } of buttonsOf(list)) {
    if (verb === 'invitation.open') cards.push(textOf(await chat.press(list, title)));
  }
  return cards;
}

describe('several invitations in one message', () => {
  it('of two partners: what the message says is shown of neither, and the person reads what to do', async () => {
    const chat = conversation({ roles });
    const list = textOf(await chat.say(`${goodMail}\n\n${badMail}`));
    assert.match(
      list,
      /holds 2 invitations\. Review each one\. What the message says .* one e-mail at a time/,
    );
    const cards = await opened(chat, `${goodMail}\n\n${badMail}`);
    assert.equal(cards.length, 2);
    for (const card of cards) {
      assert.doesNotMatch(card, /Good Shop|Bad Shop|Directory Readers|For \d+ days/);
      assert.match(card, /The message also mentions Global Administrator, which is not listed here/);
    }
  });

  it('each pasted alone afterwards: its card shows what its own mail says', async () => {
    const chat = conversation({ roles });
    await chat.say(`${goodMail}\n\n${badMail}`);
    const good = textOf(await chat.say(goodMail));
    assert.match(good, /Good Shop – as its sender says[^]*Directory Readers[^]*For 30 days/);
    const bad = textOf(await chat.say(badMail));
    assert.match(bad, /Bad Shop – as its sender says[^]*Includes Global Administrator/);
  });

  it('of one partner, of which one asks for roles: the card shows what the message says', async () => {
    const cards = await opened(conversation({ roles }), `${goodMail}\n${reseller(ofGoodShop)}`);
    assert.equal(cards.length, 2);
    for (const card of cards) assert.match(card, /Good Shop – as its sender says/);
    assert.match(cards.join('\n'), /Directory Readers[^]*For 30 days/);
  });

  it('of one partner, which both ask for roles: the name is shown of both, the roles of neither', async () => {
    const other = granular(ofGoodShop, '5a5b5c5d-1111-4222-8333-444455557777');
    const cards = await opened(conversation({ roles }), `${goodMail}\n${other}`);
    assert.equal(cards.length, 2);
    for (const card of cards) {
      assert.match(card, /Good Shop – as its sender says/);
      assert.doesNotMatch(card, /Directory Readers|For \d+ days|mentions Global Administrator/);
    }
  });

  it('are told apart in French, too', async () => {
    const list = await conversation({ roles }).say(`${goodMail}\n\n${badMail}`, { locale: 'fr-FR' });
    assert.match(
      textOf(list),
      /Examinez chacune d’elles\. Ce que le message dit .* un seul e-mail à la fois/,
    );
  });
});
