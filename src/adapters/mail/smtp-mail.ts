import { createTransport, type NodemailerError, type SMTPTransportOptions } from 'nodemailer';
import { MailError, type Mail } from '../../application/ports/mail.ts';
import { composeContactEmail } from './compose-contact-email.ts';
import type { Mailbox } from './mailbox.ts';

/** How long the server may take to be found, to be reached, to greet, and to say anything at all; milliseconds. */
const timeout = 10_000;

/**
 * Hands each letter to a mail server, over a connection of its own. A server that takes a letter and breaks off before it
 * says so is not known to have taken it: this throws then.
 * @param server `smtp://[user:password@]host[:port]`, which turns to TLS where the server offers it and is told a
 *   password over TLS alone; or `smtps://…`, which is TLS from the start. Without a port: 587 and 465.
 */
export function smtpMail({ server, from }: { readonly server: URL; readonly from: Mailbox }): Mail {
  const transport = createTransport(connectionTo(server));
  return {
    async send(email, signal) {
      const options = composeContactEmail(email, from);
      if (options === undefined) return 'refused';
      try {
        await transport.sendMail({ ...options, signal });
        return 'accepted';
      } catch (error) {
        if (isRefusal(error)) return 'refused';
        throw new MailError(reasonOf(error), { cause: error });
      }
    },
  };
}

function connectionTo(server: URL): SMTPTransportOptions {
  const user = decodeURIComponent(server.username);
  const login = { auth: { user, pass: decodeURIComponent(server.password) }, requireTLS: true };
  return {
    host: server.hostname.replace(/^\[|\]$/g, ''),
    ...(server.port === '' ? {} : { port: Number(server.port) }),
    secure: server.protocol === 'smtps:',
    ...(user === '' ? {} : login),
    dnsTimeout: timeout,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
  };
}

/**
 * Whether the server will never take this letter to this recipient (RFC 5321, section 4.2.1). A refused login or sender
 * is the operator's to mend, so there the letter keeps being tried.
 */
function isRefusal(error: unknown): boolean {
  const { permanent, command } = details(error);
  return permanent === true && (command === 'RCPT TO' || command === 'DATA');
}

/** What went wrong, without the server's own words: they quote addresses. */
function reasonOf(error: unknown): string {
  const { code, originalCode, responseCode, command } = details(error);
  return ['SMTP', originalCode ?? code, responseCode, command].filter((part) => part !== undefined).join(' ');
}

function details(error: unknown): NodemailerError {
  return error instanceof Error ? error : new Error('unknown');
}
