import assert from 'node:assert/strict';
import { simpleParser } from 'mailparser';
import { buttonsOf, inputsOf, nodesOf, textOf } from '../../support/cards/card-text.ts';
import { conversation } from '../../support/desk/conversation.ts';
import { exampleConfig } from '../../support/examples/example-config.ts';

const answers = {
  organizationName: 'Contoso School',
  country: 'FR',
  city: 'Lyon',
  contactName: 'Adele Vance',
  email: 'adele@contoso.example',
  phone: '',
  preferredLanguage: 'en',
  organizationSize: '51-250',
  industry: 'Education',
  products: 'Azure',
  needs: 'Move 200 mailboxes by spring.',
  consent: 'true',
};

describe('contacting providers', () => {
  it('sends the form to one provider, with a copy to the person, and confirms with the same reference on both', async () => {
    const chat = conversation();
    const sent = await chat.press(await formFor(chat, 'find Fabrikam', 'Contact'), 'Send', answers);
    const [, reference = ''] = /Reference (PD-\w{4}-\w{4})/.exec(textOf(sent)) ?? [];
    assert.match(textOf(sent), /^Your request is on its way/);
    assert.match(textOf(sent), /Fabrikam Lyon – sent/);
    assert.match(textOf(sent), /Your copy, to adele@contoso.example – sent/);
    assert.match(textOf(sent), /it sends you an invitation/);
    const emails = await Promise.all(chat.mail.messages.map((message) => simpleParser(message)));
    const recipients = emails.map(({ to }) => [to].flat()[0]?.value[0]?.address);
    assert.deepEqual(recipients.toSorted(), ['adele@contoso.example', 'hello@fabrikam.example']);
    for (const email of emails) assert.ok(email.subject?.includes(reference));
  });

  it('sends one form to several that are ticked', async () => {
    const chat = conversation();
    const results = await chat.say('find a provider in France');
    const ticks = Object.fromEntries(
      Object.keys(inputsOf(results))
        .filter((id) => id.startsWith('tick.'))
        .map((id) => [id, 'true']),
    );
    const form = await chat.press(results, 'Contact selected', ticks);
    assert.match(textOf(form), /^Contact 3 providers\nTo: Contoso Paris, Fabrikam Lyon and Tailspin Lyon/);
    const sent = await chat.press(form, 'Send', answers);
    for (const name of ['Contoso Paris', 'Fabrikam Lyon', 'Tailspin Lyon'])
      assert.ok(textOf(sent).includes(`${name} – sent`));
    assert.equal(chat.mail.messages.length, 4);
  });

  it('asks to tick somebody, and no more than five', async () => {
    const chat = conversation();
    const results = await chat.say('find a provider');
    const nobody = await chat.press(results, 'Contact selected');
    assert.match(textOf(nobody), /Tick at least one provider first/);
    const five = Object.fromEntries(
      Object.keys(inputsOf(results))
        .filter((id) => id.startsWith('tick.'))
        .map((id) => [id, 'true']),
    );
    const second = await chat.press(results, 'Next', five);
    const [sixth = ''] = Object.keys(inputsOf(second)).filter((id) => id.startsWith('tick.'));
    const tooMany = await chat.press(second, 'Contact selected', { [sixth]: 'true' });
    assert.match(textOf(tooMany), /You ticked 6 providers. One request can go to 5 at most/);
    assert.equal(inputsOf(tooMany)[sixth], 'true');
  });

  it('keeps what was typed and says beside each field what is wrong', async () => {
    const chat = conversation();
    const form = await formFor(chat, 'find Fabrikam', 'Contact');
    const again = await chat.press(form, 'Send', {
      ...answers,
      email: 'adele at contoso',
      needs: '',
      consent: 'false',
    });
    assert.match(textOf(again), /Some answers need another look/);
    assert.equal(inputsOf(again)['email'], 'adele at contoso');
    assert.equal(inputsOf(again)['organizationName'], 'Contoso School');
    assert.match(textAfter(again, 'email'), /This is not an e-mail address/);
    assert.match(textAfter(again, 'needs'), /Please fill this in/);
    assert.match(textAfter(again, 'consent'), /Tick this box/);
    assert.equal(chat.mail.messages.length, 0);
    assert.match(textOf(await chat.press(again, 'Send', answers)), /on its way/);
  });

  it('fills in what is known: the name at first, later the last answers', async () => {
    const chat = conversation();
    const first = await formFor(chat, 'find Fabrikam', 'Contact');
    assert.equal(inputsOf(first)['contactName'], 'Adele Vance');
    assert.equal(inputsOf(first)['preferredLanguage'], 'en');
    await chat.press(first, 'Send', answers);
    const second = inputsOf(await formFor(chat, 'find Litware', 'Contact'));
    assert.equal(second['organizationName'], 'Contoso School');
    assert.equal(second['email'], 'adele@contoso.example');
    assert.equal(second['needs'], '');
    assert.equal(second['consent'], 'false');
  });

  it('sends the same text to the same provider once within a minute', async () => {
    const chat = conversation();
    const form = await formFor(chat, 'find Fabrikam', 'Contact');
    await chat.press(form, 'Send', answers);
    const again = await chat.press(form, 'Send', answers);
    assert.match(textOf(again), /^You have sent this already/);
    assert.equal(chat.mail.messages.length, 2);
    await chat.time.pass(61_000);
    await chat.press(form, 'Send', answers);
    assert.equal(chat.mail.messages.length, 4);
  });

  it('sends the copy to the address in the Teams profile, and says so, whatever address was typed', async () => {
    const chat = conversation();
    const form = await formFor(chat, 'find Fabrikam', 'Contact');
    const sent = await chat.press(form, 'Send', { ...answers, email: 'victim@elsewhere.example' });
    assert.match(textOf(sent), /Your copy, to adele@contoso.example – sent/);
    const emails = await Promise.all(chat.mail.messages.map((message) => simpleParser(message)));
    for (const { to, replyTo } of emails) {
      const addresses = [to, replyTo].flat().flatMap((each) => each?.value.map(({ address }) => address));
      assert.ok(!addresses.includes('victim@elsewhere.example'));
    }
  });

  it('sends no copy to somebody without an address in Teams, and says so', async () => {
    const chat = conversation();
    const nomail = { person: 'nomail' };
    const form = await formFor(chat, 'find Fabrikam', 'Contact');
    const sent = await chat.press(form, 'Send', answers, nomail);
    assert.match(textOf(sent), /no e-mail address in your Teams profile, so you get no copy/);
    assert.equal(chat.mail.messages.length, 1);
  });

  it('sends no copies where the operator wants none', async () => {
    const { mail } = exampleConfig;
    const chat = conversation({ config: { mail: { ...mail, toSelf: 'none' } } });
    const sent = await chat.press(await formFor(chat, 'find Fabrikam', 'Contact'), 'Send', answers);
    assert.doesNotMatch(textOf(sent), /copy/);
    assert.equal(chat.mail.messages.length, 1);
  });

  it('names the limit that is reached and until when, in the person’s time zone, and keeps what was typed', async () => {
    const contactLimits = { requestsPerHour: 1, emailsPerDay: 0, tenantEmailsPerDay: 0 };
    const chat = conversation({ config: { contactLimits } });
    const form = await formFor(chat, 'find Fabrikam', 'Contact');
    await chat.press(form, 'Send', answers);
    const second = { ...answers, needs: 'Another thing.' };
    const refused = await chat.press(form, 'Send', second, { timeZone: 'Europe/Paris' });
    assert.match(
      textOf(refused),
      /You have sent 1 contact request within an hour; more are not sent\. Nothing was sent, and what you typed is still here\. Send it again after 23 November 2026 at 11:00 CET\./,
    );
    assert.equal(inputsOf(refused)['needs'], 'Another thing.');
    assert.equal(inputsOf(refused)['organizationName'], 'Contoso School');
    const french = await chat.press(form, 'Send', second, { locale: 'fr-FR', timeZone: 'Europe/Paris' });
    assert.match(
      textOf(french),
      /Vous avez envoyé 1 demande de contact en une heure : c’est le maximum\. Rien n’a été envoyé, et votre saisie est conservée\. Renvoyez votre demande après le 23 novembre 2026 à 11:00 UTC\+1\./,
    );
    assert.equal(chat.mail.messages.length, 2);
    await chat.time.pass(3_600_000);
    assert.match(textOf(await chat.press(refused, 'Send', { consent: 'true' })), /on its way/);
  });

  it('takes no addresses and links in names, and says so beside the field', async () => {
    const chat = conversation();
    const form = await formFor(chat, 'find Fabrikam', 'Contact');
    const again = await chat.press(form, 'Send', {
      ...answers,
      organizationName: 'You won: bit.ly/prize',
      contactName: 'win@evil.example',
    });
    for (const field of ['organizationName', 'contactName'])
      assert.match(textAfter(again, field), /Leave out addresses and links/);
    assert.equal(inputsOf(again)['organizationName'], 'You won: bit.ly/prize');
    assert.equal(chat.mail.messages.length, 0);
  });

  it('says so while the mail server is down, and sends once it is back', async () => {
    const chat = conversation();
    chat.mail.answer(() => 'out of order');
    const sent = await chat.press(await formFor(chat, 'find Fabrikam', 'Contact'), 'Send', answers);
    assert.match(textOf(sent), /Fabrikam Lyon – not sent yet; the desk keeps trying/);
    chat.mail.answer(() => 'accepted');
    await chat.time.pass(120_000);
    assert.match(textOf(await chat.say('my requests')), /Fabrikam Lyon – sent/);
    assert.equal(chat.mail.messages.length, 2);
  });

  it('lists my requests, newest first and none of anybody else’s', async () => {
    const chat = conversation();
    assert.match(textOf(await chat.say('my requests')), /You have not contacted any provider yet/);
    for (const name of ['Fabrikam', 'Contoso', 'Litware', 'Adatum', 'Proseware', 'Northwind']) {
      await chat.press(await formFor(chat, `find ${name}`, 'Contact'), 'Send', {
        ...answers,
        needs: `We need ${name}.`,
      });
      await chat.time.pass(1000);
    }
    const page = await chat.say('my requests');
    assert.match(textOf(page), /^My requests\nPD-\w{4}-\w{4} {2}23 November 2026\nWe need Northwind\./);
    const older = await chat.press(page, 'Earlier requests');
    assert.match(textOf(older), /We need Fabrikam\./);
    assert.match(textOf(await chat.press(older, 'Newest requests')), /We need Northwind\./);
    assert.match(textOf(await chat.say('my requests', { person: 'bianca' })), /You have not contacted any/);
    assert.match(textOf(await chat.say('my requests', { tenant: 'tenant-2' })), /You have not contacted any/);
  });

  it('can be said: “contact the first two”', async () => {
    const chat = conversation();
    await chat.say('find a provider in France');
    assert.match(textOf(await chat.say('contact the first two')), /To: Contoso Paris and Fabrikam Lyon/);
  });

  it('says so where a provider has left the directory meanwhile', async () => {
    const chat = conversation();
    const form = await formFor(chat, 'find Fabrikam', 'Contact');
    const send = buttonsOf(form).find(({ title }) => title === 'Send');
    const data = { ...send?.data, ...answers, providers: ['00000000-0000-4000-8000-gone'] };
    const value = { action: { type: 'Action.Execute', verb: 'contact.send', data } };
    const { posted } = await chat.send({ type: 'invoke', name: 'adaptiveCard/action', value });
    assert.match(JSON.stringify(posted), /no longer in the directory/);
  });
});

type Chat = ReturnType<typeof conversation>;

async function formFor(chat: Chat, words: string, button: string) {
  const results = await chat.say(words);
  const [open] = buttonsOf(results).filter(({ title }) => title.startsWith('Open '));
  return chat.press(await chat.press(results, open?.title ?? ''), button);
}

/** The text right below a field. */
function textAfter(card: Parameters<typeof nodesOf>[0], field: string): string {
  const nodes = nodesOf(card);
  const next = nodes[nodes.findIndex(({ id }) => id === field) + 1];
  return typeof next?.['text'] === 'string' ? next['text'] : '';
}
