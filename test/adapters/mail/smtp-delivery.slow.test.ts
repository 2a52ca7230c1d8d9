import assert from 'node:assert/strict';
import { simpleParser } from 'mailparser';
import type { SMTPServerOptions } from 'smtp-server';
import { createMail } from '../../../src/adapters/mail/create-mail.ts';
import { contactDesk } from '../../support/desk/contact-desk.ts';
import { fabrikam, northwind } from '../../support/examples/contact-examples.ts';
import { silentServer, smtpInbox, type SmtpInbox } from '../../support/servers/smtp-inbox.ts';

const hour = 3_600_000;

describe('delivering e-mails over SMTP', () => {
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  async function openInbox(options: SMTPServerOptions = {}, port = 0): Promise<SmtpInbox> {
    const inbox = await smtpInbox(options, port);
    closing.push(() => inbox.close());
    return inbox;
  }

  /** An address where a mail server was a moment ago. */
  async function closedPort(): Promise<number> {
    const inbox = await smtpInbox();
    await inbox.close();
    return inbox.port;
  }

  function openDesk(address: string) {
    const sender = 'Partner Desk <desk@desk.example>';
    const desk = contactDesk({ mail: createMail(address, { sender, dataDirectory: 'unused' }) });
    closing.push(() => desk.close());
    return desk;
  }

  async function recipients({ messages }: SmtpInbox): Promise<string[]> {
    const emails = await Promise.all(messages.map((message) => simpleParser(message)));
    return emails.flatMap(({ to }) => [to ?? []].flat().map(({ text }) => text)).sort();
  }
  const bothOnce = ['"Fabrikam" <sales@fabrikam.example>', '"Megan Bowen" <megan@contoso.example>'];

  it('keeps e-mails while the server is down, and sends each once when it is up', async () => {
    const port = await closedPort();
    const desk = openDesk(`smtp://127.0.0.1:${port}`);
    const { request } = await desk.contact();
    assert.deepEqual(await desk.states(request.id), { Fabrikam: 'waiting', copy: 'waiting' });
    await desk.nextAttempt();
    const inbox = await openInbox({}, port);
    await desk.nextAttempt();
    assert.deepEqual(await desk.states(request.id), { Fabrikam: 'sent', copy: 'sent' });
    await desk.time.pass(48 * hour);
    assert.deepEqual(await recipients(inbox), bothOnce);
  });

  it('sends each e-mail once when the desk restarts in between', async () => {
    const port = await closedPort();
    const desk = openDesk(`smtp://127.0.0.1:${port}`);
    const { request } = await desk.contact();
    await desk.restart();
    const inbox = await openInbox({}, port);
    await desk.nextAttempt();
    await desk.restart();
    await desk.time.pass(48 * hour);
    assert.deepEqual(await desk.states(request.id), { Fabrikam: 'sent', copy: 'sent' });
    assert.deepEqual(await recipients(inbox), bothOnce);
  });

  it('retries what a server defers', async () => {
    let refusals = 0;
    const inbox = await openInbox({
      onRcptTo(_address, _session, done) {
        refusals += 1;
        done(refusals <= 2 ? Object.assign(new Error('try later'), { responseCode: 451 }) : null);
      },
    });
    const desk = openDesk(inbox.address);
    const { request } = await desk.contact();
    assert.deepEqual(await desk.states(request.id), { Fabrikam: 'waiting', copy: 'waiting' });
    await desk.nextAttempt();
    assert.deepEqual(await recipients(inbox), bothOnce);
  });

  it('gives up at once what a server refuses for good', async () => {
    const inbox = await openInbox({
      onRcptTo({ address }, _session, done) {
        const isUnknown = address === fabrikam.email;
        done(isUnknown ? Object.assign(new Error('no such user'), { responseCode: 550 }) : null);
      },
    });
    const desk = openDesk(inbox.address);
    const { request } = await desk.contact({ providers: [fabrikam.id, northwind.id] });
    assert.deepEqual(await desk.states(request.id), {
      Fabrikam: 'givenUp',
      'Northwind Traders': 'sent',
      copy: 'sent',
    });
    assert.equal(desk.notices.length, 1);
  });

  it('lets a server that stops answering delay that e-mail alone', async () => {
    const inbox = await openInbox({
      onRcptTo({ address }, _session, done) {
        if (address !== fabrikam.email) done();
      },
    });
    const desk = openDesk(inbox.address);
    const asked = desk.contact({ providers: [fabrikam.id, northwind.id] });
    while ((await desk.stillPending()) !== 1) await desk.time.settle();
    await desk.time.pass(2000);
    const { request } = await asked;
    assert.deepEqual(await desk.states(request.id), {
      Fabrikam: 'waiting',
      'Northwind Traders': 'sent',
      copy: 'sent',
    });
    await desk.time.pass(28_000);
    await desk.quiet();
    assert.equal((await recipients(inbox)).length, 2);
  });

  it('gives up after a day without a word from the server, and says so', async () => {
    const silent = await silentServer();
    closing.push(() => silent.close());
    const desk = openDesk(silent.address);
    const asked = desk.contact();
    await desk.time.pass(2000);
    const { request } = await asked;
    while ((await desk.stillPending()) > 0) await desk.time.pass(hour);
    assert.deepEqual(await desk.states(request.id), { Fabrikam: 'givenUp', copy: 'givenUp' });
    assert.deepEqual(desk.notices.map(({ delivery }) => delivery.recipient.kind).sort(), [
      'provider',
      'requester',
    ]);
  });

  it('sends one e-mail to each, however many presses come at the same moment', async () => {
    const inbox = await openInbox();
    const desk = openDesk(inbox.address);
    await Promise.all(Array.from({ length: 10 }, () => desk.contact()));
    await desk.quiet();
    assert.deepEqual(await recipients(inbox), bothOnce);
  });
});
