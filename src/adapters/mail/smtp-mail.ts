import { createTransport, type NodemailerError, type SMTPTransportOptions } from 'nodemailer';
import { MailError, type Mail } from '../../application/ports/mail.ts';
import { composeContactEmail } from './compose-contact-email.ts';
import type { Mailbox } from './mailbox.ts';

/** For each of DNS lookup, connection, greeting and any idle time after that; milliseconds. */
const timeout = 10_000;

/**
 * Sends each e-mail over a connection of its own. Throws if the connection breaks before the server confirms, even
 * though the server may have accepted the e-mail.
 * @param server `smtp://[user:password@]host[:port]`, which uses STARTTLS if offered and sends the password over TLS
 *   only; or `smtps://…`, TLS from the start. Default ports: 587 and 465.
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

/**
 * Whether a server can be reached and takes the login. Sends nothing.
 * @returns undefined if so; else why not, without the server's text
 */
export async function whyUnreachable(server: URL): Promise<string | undefined> {
  try {
    await createTransport(connectionTo(server)).verify();
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
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
 * Whether the server permanently rejects this e-mail or recipient (RFC 5321, section 4.2.1). A refused login or sender
 * is for the operator to fix, so those are retried.
 */
function isRefusal(error: unknown): boolean {
  const { permanent, command } = details(error);
  return permanent === true && (command === 'RCPT TO' || command === 'DATA');
}

/** The failure without the server's text, which may quote addresses. */
function reasonOf(error: unknown): string {
  const { code, originalCode, responseCode, command } = details(error);
  return ['SMTP', originalCode ?? code, responseCode, command].filter((part) => part !== undefined).join(' ');
}

function details(error: unknown): NodemailerError {
  return error instanceof Error ? error : new Error('unknown');
}
