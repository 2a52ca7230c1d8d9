import assert from 'node:assert/strict';
import { tenantId } from '../../../src/domain/identifiers.ts';
import { buttonsOf, textOf } from '../../support/cards/card-text.ts';
import { conversation } from '../../support/desk/conversation.ts';
import { messageOfLinks, numberedLink } from '../../support/examples/many-links.ts';
import { rolesOf } from '../../support/ports/roles-of.ts';

const roles = rolesOf(new Map([['adele', new Set(['globalAdministrator'] as const)]]));
const lee = { person: 'lee', conversation: 'chat-lee' };
const tenant = tenantId('tenant-1');

async function pendingIn(chat: ReturnType<typeof conversation>): Promise<number> {
  return (await chat.store.list(tenant, 'pendingInvitation', { limit: 1_000 })).items.length;
}

describe('A message with many invitations', () => {
  it('is taken up to the fifth, and says what became of the others', async () => {
    const chat = conversation({ roles });
    const card = await chat.say(messageOfLinks(155));
    assert.match(
      textOf(card),
      /This message holds 155 invitations, and only the first 5 of a message are taken\. Nothing was done about the other 150: paste/,
    );
    assert.equal(buttonsOf(card).filter(({ verb }) => verb === 'invitation.open').length, 5);
    assert.equal(await pendingIn(chat), 5);
  });

  it('is counted without delay, however long it is', async () => {
    const chat = conversation({ roles });
    const text = messageOfLinks(700);
    assert.ok(text.length > 100_000);
    assert.match(textOf(await chat.say(text)), /holds 700 invitations/);
    assert.equal(await pendingIn(chat), 5);
  });

  it('of which five or fewer are distinct says nothing of the kind', async () => {
    const chat = conversation({ roles });
    const card = await chat.say(Array.from({ length: 50 }, (_, index) => numberedLink(index % 5)).join('\n'));
    assert.match(textOf(card), /This message holds 5 invitations\. Review each one\./);
    assert.equal(await pendingIn(chat), 5);
  });

  it('has no effect beyond the limit of whoever pastes it, who reads which limit, until when, and whom to ask', async () => {
    const chat = conversation({ roles });
    for (let message = 0; message < 3; message += 1) await chat.say(messageOfLinks(5, 10 * message), lee);
    await chat.say(messageOfLinks(3, 100), lee);
    const partly = textOf(await chat.say(messageOfLinks(5, 200), lee));
    assert.match(partly, /3 of 5 were not kept\. You pasted 20 invitations that are still pending/);
    const full = textOf(await chat.say(messageOfLinks(155, 1_000), lee));
    assert.match(full, /^Not kept: too many invitations are pending\nYou pasted 20 invitations/);
    assert.match(full, /Ask an administrator .* room again on 21 February 2027, when the first one lapses\./);
    assert.equal(await pendingIn(chat), 20);
    const french = textOf(await chat.say(messageOfLinks(1, 1_000), { ...lee, locale: 'fr-FR' }));
    assert.match(french, /^Non conservée : trop d’invitations en attente\nVous avez collé 20 invitations/);
  });

  it('that are known is answered with them also where there is no room left', async () => {
    const chat = conversation({ roles });
    for (let message = 0; message < 4; message += 1) await chat.say(messageOfLinks(5, 10 * message), lee);
    assert.match(textOf(await chat.say(numberedLink(0), lee)), /^Accept Partner Invitation/);
    assert.equal(await pendingIn(chat), 20);
  });

  it('is refused alike when it comes by the message action', async () => {
    const chat = conversation({ roles });
    const hand = async (first: number): Promise<string> => {
      const messagePayload = { body: { content: messageOfLinks(155, first) } };
      const value = { commandId: 'reviewInvitation', messagePayload };
      const { posted } = await chat.send({ type: 'invoke', name: 'composeExtension/fetchTask', value }, lee);
      return JSON.stringify(posted);
    };
    assert.match(await hand(0), /only the first 5 of a message are taken/);
    for (let message = 1; message < 4; message += 1) await hand(1_000 * message);
    assert.match(await hand(9_000), /Not kept: too many invitations are pending/);
    assert.equal(await pendingIn(chat), 20);
  });
});
