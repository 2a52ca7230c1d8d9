import assert from 'node:assert/strict';
import type { ParsedMail } from 'mailparser';
import { openChat, type Chat } from './support/chat.ts';
import { emailsIn } from './support/emails.ts';
import { theSandbox } from './support/sandbox.ts';

describe('Contacting solution providers in the chat', () => {
  const chat = openChat();

  /** The e-mails of one request, by its reference. */
  async function emailsAbout(reference: string): Promise<readonly ParsedMail[]> {
    const { outbox } = await theSandbox();
    return (await emailsIn(outbox)).filter(({ subject }) => subject?.includes(reference));
  }

  it('says beside each field what is missing, before anything is sent', async () => {
    const { say, press, reads, card } = chat();
    await say('find Fabrikam Numérique Lyon');
    await press('Open Fabrikam Numérique Lyon');
    await press('Contact');
    await reads('To: Fabrikam Numérique Lyon');
    await press('Send');
    await reads('Please fill this in.', 'Tick this box to send your request.');
    assert.equal(await card.getByText('Please fill this in.').count(), 6);
  });

  it('says beside a field that its answer is wrong, and keeps every answer', async () => {
    const { press, fill, reads, valueOf, card, picture } = chat();
    await fillIn(chat());
    await fill('E-mail', 'alex at contoso');
    await press('Send');
    await reads('Some answers need another look', 'This is not an e-mail address.');
    await picture('form-with-a-wrong-answer');
    assert.equal(await valueOf('E-mail'), 'alex at contoso');
    assert.equal(await valueOf('Organisation name'), 'Contoso');
    assert.equal(await valueOf('Country'), 'France');
    assert.equal(await valueOf('What do you need?'), 'Move 200 mailboxes before spring.');
    assert.equal(await card.getByRole('checkbox', { name: 'I agree' }).isChecked(), true);
    assert.deepEqual(await emailsIn((await theSandbox()).outbox), []);
  });

  it('sends what is right: to the provider, with a copy to the person, under one reference', async () => {
    const { press, fill, reads, picture } = chat();
    await fill('E-mail', 'alexw@contoso.example');
    await press('Send');
    await reads('Your request is on its way', 'Fabrikam Numérique Lyon – sent', 'What happens next');
    await picture('sent');
    const emails = await emailsAbout(await referenceOn(chat()));
    assert.deepEqual(recipientsOf(emails), [
      'alexw@contoso.example',
      'contact@fabrikam-numerique-lyon.example',
    ]);
    for (const { text, replyTo } of emails) {
      assert.match(text ?? '', /Move 200 mailboxes before spring\./);
      assert.equal(replyTo?.value[0]?.address, 'alexw@contoso.example');
    }
  });

  it('sends one request to several that are ticked, with the answers of last time', async () => {
    const { say, press, tick, fill, reads, valueOf, picture } = chat();
    await say('find a reseller in Brussels');
    await reads(/\d providers/);
    await tick('Select 1');
    await tick('Select 2');
    await picture('two-ticked');
    await press('Contact selected');
    await reads('Contact 2 providers');
    assert.equal(await valueOf('Organisation name'), 'Contoso');
    await fill('What do you need?', 'A quote for 200 licences.');
    await tick('I agree');
    await picture('form');
    await press('Send');
    await reads('Your request is on its way', / – sent.* – sent.*Your copy, to alexw@contoso.example – sent/);
    assert.equal((await emailsAbout(await referenceOn(chat()))).length, 3);
  });

  it('asks to tick somebody first', async () => {
    const { say, press, reads } = chat();
    await say('find a provider in Germany');
    await press('Contact selected');
    await reads('Tick at least one provider first');
  });

  it('lists what was asked of whom, newest first', async () => {
    const { say, reads, picture } = chat();
    await say('my requests');
    await reads(
      /A quote for 200 licences\..*Move 200 mailboxes before spring\..*Fabrikam Numérique Lyon – sent/,
    );
    await picture('requests');
  });
});

async function fillIn({ fill, choose, tick }: Chat): Promise<void> {
  await fill('Organisation name', 'Contoso');
  await choose('Country', 'France');
  await fill('City', 'Lyon');
  await choose('Organisation size', '51 to 250 people');
  await fill('Products of interest', 'Microsoft 365, Azure');
  await fill('What do you need?', 'Move 200 mailboxes before spring.');
  await tick('I agree');
}

async function referenceOn({ card }: Chat): Promise<string> {
  const [, reference = ''] = /Reference (PD-\w{4}-\w{4})/.exec(await card.innerText()) ?? [];
  assert.notEqual(reference, '');
  return reference;
}

function recipientsOf(emails: readonly ParsedMail[]): readonly (string | undefined)[] {
  return emails.map(({ to }) => [to].flat()[0]?.value[0]?.address).toSorted();
}
