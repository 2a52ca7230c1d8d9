import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { firstSearch } from '../../src/teams/turn/first-search.ts';
import { startDesk, type DeskProcess } from '../support/desk/built-desk.ts';
import { deskClient } from '../support/desk/desk-client.ts';
import { filledForm } from '../support/examples/contact-examples.ts';
import { temporaryFolder } from '../support/files/temporary-folder.ts';
import { until } from '../support/processes/until.ts';
import { openChannel } from '../support/servers/channel.ts';

const victim = 'victim@elsewhere.example';
const providers = [1, 2, 3, 4, 5].map((number) => `00000000-0000-4000-8000-00000000000${number}`);
const attacker = { tenant: 'contoso', person: 'mallory' };

/** The e-mails in the outbox of a desk: whom they are to, and whom answers go to. */
async function emailsOf(dataDirectory: string) {
  const folder = join(dataDirectory, 'outbox');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
  const emails = await Promise.all(
    files.map(async (name) => simpleParser(await readFile(join(folder, name)))),
  );
  return emails.map(({ to, replyTo, subject = '' }) => ({
    to: [to].flat().flatMap((field) => field?.value.map(({ address }) => address) ?? []),
    replyTo: [replyTo].flat().flatMap((field) => field?.value.map(({ address }) => address) ?? []),
    subject,
  }));
}

describe('a desk whose people write too many e-mails', () => {
  let desk: DeskProcess;
  const folder = temporaryFolder();
  let channel: Awaited<ReturnType<typeof openChannel>>;
  let client: ReturnType<typeof deskClient>;

  async function start(environment: Readonly<Record<string, string>> = {}): Promise<void> {
    desk = startDesk(folder(), environment);
    client = deskClient(await desk.listening, channel.serviceUrl);
    await until(async () => (await client.ready()).status === 200);
  }
  beforeEach(async () => {
    channel = await openChannel();
  });
  afterEach(async () => {
    await desk.kill();
    await channel.close();
  });

  const send = (speaker: typeof attacker, needs: string, given: object = {}) =>
    client.press(speaker, 'contact.send', {
      ...filledForm,
      email: victim,
      needs,
      providers,
      state: firstSearch,
      ...given,
    });
  /** All e-mails, once none is waiting to be sent: an answer does not wait for a slow outbox. */
  const allEmails = async () => {
    await until(async () => (await desk.pending()) === 0);
    return emailsOf(folder());
  };
  const isSent = (text: string): boolean => /PD-[0-9A-Z]{4}-[0-9A-Z]{4}/.test(text);
  const toProviders = async () =>
    (await allEmails()).filter(({ to }) => !to.some((address) => address?.endsWith('@contoso.example')));

  it('sends 30 to providers a day for one person, however many are pressed at once, and none to an address typed in', async () => {
    await start();
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) => send(attacker, `Need number ${index}.`)),
    );
    const accepted = answers.filter(isSent);
    assert.equal(accepted.length, 6);
    const refused = answers.filter((text) => text.includes('within 24 hours, and you have 0 left'));
    assert.equal(refused.length, 24);
    for (const [index, text] of answers.entries())
      if (refused.includes(text)) assert.ok(text.includes(`Need number ${index}.`), 'what was typed is kept');

    const emails = await allEmails();
    assert.equal(emails.length, 36);
    assert.equal((await toProviders()).length, 30);
    for (const { to, replyTo } of emails) {
      assert.ok(!to.includes(victim));
      assert.deepEqual(replyTo, ['mallory@contoso.example']);
    }

    await desk.kill();
    await start();
    assert.match(await send(attacker, 'After a restart.'), /you have 0 left/);
    assert.equal((await toProviders()).length, 30);
  });

  it('takes ten requests an hour from a person, and says until when', async () => {
    await start();
    for (let number = 1; number <= 10; number += 1)
      assert.ok(isSent(await send(attacker, `Need ${number}.`, { providers: providers.slice(0, 1) })));
    const refused = await send(attacker, 'Need 11.', { providers: providers.slice(0, 1) });
    assert.match(refused, /You have sent 10 contact requests within an hour/);
    assert.match(refused, /Send it again after \d+ \w+ \d{4} at \d\d:\d\d UTC/);
    assert.equal((await toProviders()).length, 10);
  });

  it('sends 300 a day for a tenant, whoever asks, and more for another tenant', async () => {
    await start({ PERSON_CONTACT_REQUESTS_PER_HOUR: '0', PERSON_CONTACT_EMAILS_PER_DAY: '0' });
    for (let person = 0; person < 60; person += 1)
      assert.match(await send({ tenant: 'contoso', person: `person-${person}` }, 'We need help.'), /PD-/);
    const refused = await send({ tenant: 'contoso', person: 'one-more' }, 'We need help.');
    assert.match(refused, /Your organisation can send 300 e-mails to providers within 24 hours/);
    assert.match(await send({ tenant: 'tailspin', person: 'one-more' }, 'We need help.'), /PD-/);
    assert.equal((await toProviders()).length, 305);
  });

  it('sends no name that holds an address, a link or a line break', async () => {
    await start({ PERSON_CONTACT_REQUESTS_PER_HOUR: '0' });
    for (const name of ['You won: bit.ly/prize', 'http://evil', victim, 'evil\u3002com', 'evil\u200b.com']) {
      const text = await send(attacker, 'Hello.', { organizationName: name });
      assert.match(text, /Leave out addresses and links/);
    }
    const broken = { organizationName: 'Contoso\r\nBcc: victim', contactName: 'Mallory\u2028\u202eX' };
    assert.match(await send(attacker, 'Hello.', broken), /PD-/);
    const [email] = await toProviders();
    assert.match(email?.subject ?? '', /^Contoso Bcc: victim asks you to get in touch/);
    assert.ok((await allEmails()).every(({ to }) => !to.includes(victim)));
  });

  it('sends no copy to a person whose profile has no address, nor where the operator wants none', async () => {
    await start({ MAIL_TO_SELF: 'none' });
    assert.match(await send(attacker, 'Hello.'), /PD-/);
    assert.match(
      await send({ tenant: 'contoso', person: 'nomail' }, 'Hello.'),
      /no e-mail address in your Teams profile/,
    );
    const emails = await allEmails();
    assert.equal(emails.length, 10);
    assert.deepEqual(
      new Set(emails.map(({ replyTo }) => replyTo.join())),
      new Set(['mallory@contoso.example', '']),
    );
  });
});
