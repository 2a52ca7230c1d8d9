import { join } from 'node:path';
import type { Mail } from '../../application/ports/mail.ts';
import { readMailbox } from './mailbox.ts';
import { outboxMail } from './outbox-mail.ts';
import { smtpMail } from './smtp-mail.ts';

/**
 * The mail transport that the operator configured.
 * @param setting `outbox` for the folder of that name in the data directory, or an `smtp://` or `smtps://` address
 * @param sender such as `Partner Desk <desk@example.com>`
 * @throws Error if the sender is not exactly one mailbox
 */
export function createMail(
  setting: string,
  { sender, dataDirectory }: { readonly sender: string; readonly dataDirectory: string },
): Mail {
  const from = readMailbox(sender);
  if (from === undefined) throw new Error(`not a sender that mail can come from: ${sender}`);
  return setting === 'outbox'
    ? outboxMail({ folder: join(dataDirectory, 'outbox'), from })
    : smtpMail({ server: new URL(setting), from });
}
