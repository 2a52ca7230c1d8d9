import assert from 'node:assert/strict';
import type { SMTPServerOptions } from 'smtp-server';
import { createMail } from '../../../src/adapters/mail/create-mail.ts';
import { MailError, type Mail, type MailOutcome } from '../../../src/application/ports/mail.ts';
import { mailContract } from '../../contracts/mail.ts';
import { exampleRequest } from '../../support/examples/contact-examples.ts';
import { until } from '../../support/processes/until.ts';
import { silentServer, smtpInbox } from '../../support/servers/smtp-inbox.ts';
import { stallingServer, type Stall } from '../../support/servers/stalling-server.ts';

const settings = { sender: 'Partner Desk <desk@desk.example>', dataDirectory: 'unused' };

mailContract('smtp', async () => {
  const inbox = await smtpInbox();
  return {
    mail: createMail(inbox.address, settings),
    arrived: () => Promise.resolve(inbox.messages),
    close: () => inbox.close(),
  };
});

type Done = (error?: Error | null) => void;

/** A server's reply; like many, it quotes an address. */
function replies(code: number) {
  return (_about: unknown, _session: unknown, done: Done): void => {
    done(Object.assign(new Error('about megan@contoso.example'), { responseCode: code }));
  };
}

async function sendOne(mail: Mail, signal = new AbortController().signal): Promise<MailOutcome> {
  const request = exampleRequest({}, []);
  const [delivery] = request.deliveries;
  assert.ok(delivery);
  return await mail.send({ request, delivery }, signal);
}

async function sendTo(options: SMTPServerOptions, address?: (port: number) => string): Promise<MailOutcome> {
  const inbox = await smtpInbox(options);
  try {
    return await sendOne(createMail(address?.(inbox.port) ?? inbox.address, settings));
  } finally {
    await inbox.close();
  }
}

describe('smtp', () => {
  it('counts a recipient or a message that the server will never take as refused', async () => {
    assert.equal(await sendTo({ onRcptTo: replies(550) }), 'refused');
    assert.equal(
      await sendTo({
        onData(stream, session, done) {
          stream.resume().on('end', () => {
            replies(554)(stream, session, done);
          });
        },
      }),
      'refused',
    );
  });

  it('counts everything else as worth a retry', async () => {
    const attempts = [
      () => sendTo({ onRcptTo: replies(451) }),
      () => sendTo({ onMailFrom: replies(550) }),
      () =>
        sendTo({
          onConnect: (session, done) => {
            replies(554)(session, session, done);
          },
        }),
      () => sendOne(createMail('smtp://127.0.0.1:1', settings)),
      () => sendOne(createMail('smtp://nowhere.invalid', settings)),
    ];
    for (const attempt of attempts) await assert.rejects(attempt(), MailError);
  });

  it('names the recipient of the e-mail in no error', async () => {
    const failed = sendTo({ onRcptTo: replies(451) });
    await assert.rejects(failed, { message: 'SMTP EENVELOPE 451 RCPT TO' });
  });

  it('tells no password to a server without TLS', async () => {
    const logins: unknown[] = [];
    const attempt = sendTo(
      {
        allowInsecureAuth: true,
        onAuth(login, _session, done) {
          logins.push(login.password);
          done(null, { user: 'desk' });
        },
      },
      (port) => `smtp://desk:secret@127.0.0.1:${port}`,
    );
    await assert.rejects(attempt, MailError);
    assert.deepEqual(logins, []);
  });

  it('stops waiting for a silent server when it is cancelled', async () => {
    const silent = await silentServer();
    try {
      const abort = new AbortController();
      const attempt = sendOne(createMail(silent.address, settings), abort.signal);
      setImmediate(() => {
        abort.abort();
      });
      await assert.rejects(attempt, MailError);
    } finally {
      await silent.close();
    }
  });

  const stalls: readonly (readonly [string, Stall])[] = [
    ['takes the connection and says nothing', { says: '', then: 'silence' }],
    ['greets and falls silent', { says: '220 inbox\r\n', then: 'silence' }],
    ['answers in drops', { says: '220 inbox\r\n250-', then: 'drops' }],
  ];
  for (const [what, stall] of stalls) {
    it(`disconnects from a server that ${what}, when it is cancelled`, async () => {
      const server = await stallingServer(stall);
      const abort = new AbortController();
      const attempt = sendOne(createMail(`smtp://127.0.0.1:${server.port}`, settings), abort.signal);
      await until(() => server.waiting() > 0);
      abort.abort();
      await assert.rejects(attempt, MailError);
      await until(() => server.waiting() === 0);
      await server.close();
    });
  }

  it('counts a server that hangs up in the middle as worth a retry', async () => {
    const server = await stallingServer({ says: '220 inbox\r\n250 inbox\r\n250 ', then: 'halfClose' });
    await assert.rejects(sendOne(createMail(`smtp://127.0.0.1:${server.port}`, settings)), MailError);
    await server.close();
  });
});
