import assert from 'node:assert/strict';
import { newId } from '../../../src/adapters/system/system-clock.ts';
import { receiveSubmittedInvitation } from '../../../src/application/invitations/receive-submitted-invitation.ts';
import { providerId, tenantId } from '../../../src/domain/identifiers.ts';
import { buttonsOf, textOf } from '../../support/cards/card-text.ts';
import { conversation } from '../../support/desk/conversation.ts';
import { resellerOffer } from '../../support/examples/invitation-examples.ts';
import { messageOfLinks, numberedLink } from '../../support/examples/many-links.ts';
import { rolesOf } from '../../support/ports/roles-of.ts';

const roles = rolesOf(new Map([['adele', new Set(['globalAdministrator'] as const)]]));
const tenant = tenantId('tenant-1');
/** The name that the channel gives everyone here is Adele’s. */
const lee = { person: 'lee', conversation: 'chat-lee' };

type Chat = ReturnType<typeof conversation>;

const titles = (card: Parameters<typeof buttonsOf>[0]) => buttonsOf(card).map(({ title }) => title);

async function submit(chat: Chat, number: number, name: string): Promise<void> {
  const partner = {
    id: providerId(`3b33e682-00c3-41ee-9dd2-${String(number).padStart(12, '0')}`),
    idIsGuess: false,
  };
  const offer = { ...resellerOffer, partner: { ...partner, name: { value: name, claimed: false } } };
  const ports = { store: chat.store, clock: chat.time.clock, newId };
  await receiveSubmittedInvitation(ports, tenant, { postedId: newId(), offer, withdrawn: false });
}

/** Submits an invitation under a link that people may have pasted. */
async function submitLink(chat: Chat, number: number): Promise<void> {
  const ports = { store: chat.store, clock: chat.time.clock, newId };
  const id = providerId(`3b33e682-00c3-41ee-9dd2-${String(number).padStart(12, '0')}`);
  const offer = { ...resellerOffer, partner: { id, idIsGuess: false }, link: numberedLink(number) };
  await receiveSubmittedInvitation(ports, tenant, { postedId: newId(), offer, withdrawn: false });
}

async function pending(chat: Chat): Promise<number> {
  return (await chat.store.list(tenant, 'pendingInvitation', { limit: 1_000 })).items.length;
}

async function flooded(): Promise<Chat> {
  const chat = conversation({ roles });
  for (let message = 0; message < 4; message += 1) await chat.say(messageOfLinks(5, 10 * message), lee);
  await submit(chat, 0, 'Fabrikam');
  return chat;
}

describe('Several invitations', () => {
  it('of one person are offered in the list, asked about once, and cancelled', async () => {
    const chat = await flooded();
    const list = await chat.say('invitations');
    assert.match(textOf(list), /Several at once/);
    const question = await chat.press(list, 'Cancel all 20 that Adele Vance pasted');
    assert.match(
      textOf(question),
      /^Cancel 20 invitations\?\nPasted by Adele Vance\. Nothing is granted by it\./,
    );
    assert.match(textOf(question), /Tenant 3b33e682-00c3-41ee-9dd2-000000000000\n1 invitation/);
    assert.match(textOf(question), /15 more\n15 invitations/);
    assert.equal(await pending(chat), 21);
    const outcome = await chat.press(question, 'Cancel 20 invitations', { reason: 'A flood.' });
    assert.match(textOf(outcome), /^Invitations\nYou cancelled 20 invitations\. Nothing was granted\./);
    assert.match(textOf(outcome), /Fabrikam/);
    assert.equal(await pending(chat), 1);
    assert.match(textOf(await chat.say('history')), /A flood\./);
    const again = await chat.press(question, 'Cancel 20 invitations');
    assert.match(textOf(again), /You cancelled 0 invitations\. .*20 were settled meanwhile/);
  });

  it('of one partner are asked about by its name; one with a signature stays unless it is ticked', async () => {
    const chat = await flooded();
    await chat.say(numberedLink(0).replace('ResellerRelationship', 'Administration'), lee);
    const question = await chat.say('cancel all invitations from Fabrikam');
    assert.match(textOf(question), /^Cancel 1 invitation\?\nInvitations of /);
    assert.match(textOf(question), /Cancel the 1 invitation submitted with a signature, too/);
    await chat.press(question, 'Cancel 1 invitation');
    assert.equal(await pending(chat), 20);
    const signed = await chat.say('please cancel all invitations from fabrikam');
    assert.match(textOf(signed), /^Cancel 1 invitation\?[^]*Submitted with a signature/);
    await chat.press(signed, 'Cancel 1 invitation');
    assert.equal(await pending(chat), 19);
  });

  it('are asked about in French', async () => {
    const chat = await flooded();
    const question = await chat.say('annuler toutes les invitations d’Adele', { locale: 'fr-FR' });
    assert.match(textOf(question), /^Annuler 20 invitations \?\nCollées par Adele Vance\./);
    const outcome = await chat.press(question, 'Annuler 20 invitations', {}, { locale: 'fr-FR' });
    assert.match(textOf(outcome), /Vous avez annulé 20 invitations\. Rien n’a été accordé\./);
  });

  it('that were submitted or pasted by somebody else meanwhile are said to stay, and are not called settled', async () => {
    const chat = conversation({ roles });
    await chat.say(messageOfLinks(4), lee);
    const list = await chat.say('invitations');
    const question = await chat.press(list, 'Cancel all 4 that Adele Vance pasted');
    await submitLink(chat, 1);
    await chat.say(numberedLink(2), { person: 'bob', conversation: 'chat-bob' });
    const outcome = await chat.press(question, 'Cancel 4 invitations');
    assert.match(
      textOf(outcome),
      /You cancelled 2 invitations\. Nothing was granted\. 2 stay pending: somebody else submitted or pasted them, too\. Open them to decide\.\n/,
    );
    assert.equal(await pending(chat), 2);
    const again = await chat.press(question, 'Cancel 4 invitations');
    assert.match(
      textOf(again),
      /You cancelled 0 invitations\. Nothing was granted\. 2 were settled meanwhile\. 2 stay pending: /,
    );
    const french = await chat.press(question, 'Cancel 4 invitations', {}, { locale: 'fr-FR' });
    assert.match(
      textOf(french),
      /2 ont été traitées entre-temps\. 2 restent en attente : quelqu’un d’autre les a aussi transmises ou collées\. Ouvrez-les pour décider\./,
    );
    const asked = await chat.press(list, 'Cancel all 4 that Adele Vance pasted');
    assert.match(textOf(asked), /2 stay pending: somebody else submitted or pasted them, too\./);
  });

  it('of one person are asked about without those that others pasted too, which the question counts', async () => {
    const chat = conversation({ roles });
    await chat.say(messageOfLinks(4), lee);
    await chat.say(numberedLink(2));
    const question = await chat.press(await chat.say('invitations'), 'Cancel all 3 that Adele Vance pasted');
    assert.match(
      textOf(question),
      /^Cancel 3 invitations\?[^]*1 stays pending: somebody else submitted or pasted it, too\. Open it to decide\./,
    );
  });

  it('of one partner that were submitted meanwhile are said to stay', async () => {
    const chat = conversation({ roles });
    await chat.say(messageOfLinks(1), lee);
    const partner = providerId('3b33e682-00c3-41ee-9dd2-000000000000');
    const question = await chat.say(`cancel all invitations from ${partner}`);
    await submitLink(chat, 0);
    const outcome = await chat.press(question, 'Cancel 1 invitation');
    assert.match(textOf(outcome), /You cancelled 0 invitations\. Nothing was granted\. 1 stays pending: /);
    assert.doesNotMatch(textOf(outcome), /settled/);
  });

  it('are offered for choice where a name is that of several, and named where it is of none', async () => {
    const chat = await flooded();
    await submit(chat, 900, 'Adele Vance');
    const choice = await chat.say('cancel all invitations from Adele Vance');
    assert.match(textOf(choice), /Several match\. Which ones do you mean\?/);
    assert.ok(titles(choice).includes('Cancel all 1 of Adele Vance'));
    assert.ok(titles(choice).includes('Cancel all 20 that Adele Vance pasted'));
    assert.match(
      textOf(await chat.say('cancel all invitations from Wingtip')),
      /No pending invitation comes from/,
    );
    assert.match(textOf(await chat.say('cancel all invitations')), /Whose invitations\?/);
  });

  it('are not offered to whoever may not decide, who is refused at the press', async () => {
    const chat = await flooded();
    const list = await chat.say('invitations');
    assert.doesNotMatch(textOf(await chat.say('invitations', lee)), /Several at once/);
    const button = 'Cancel all 20 that Adele Vance pasted';
    assert.match(textOf(await chat.press(list, button, {}, lee)), /You cannot decide this yourself/);
    const question = await chat.press(list, button);
    assert.match(
      textOf(await chat.press(question, 'Cancel 20 invitations', {}, lee)),
      /You cannot decide this yourself/,
    );
    assert.equal(await pending(chat), 21);
  });
});
