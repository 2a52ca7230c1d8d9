import { createHash } from 'node:crypto';
import type { Claims } from '../../../domain/invitations/claims/claims.ts';
import { findInvitations } from '../../../domain/invitations/link/find-invitations.ts';
import type { ShownMessage } from '../../../domain/invitations/message/shown-message.ts';
import { offersFromMessage } from '../../../domain/invitations/offer-from-link.ts';
import { isGlobalAdministrator } from '../../../domain/partners/role-template.ts';
import type { ReadFailure } from '../../../domain/tenant/tenant-reads.ts';
import type { ParseMail } from '../../ports/mail-parser.ts';
import type { ListedMessage, MailboxOf, MailboxReader } from '../../ports/mailbox-reader.ts';
import type { MailboxMailOutcome } from '../../ports/meter.ts';
import { maxInvitationsPerMessage } from '../review-shown-message.ts';
import {
  receiveMailedInvitations,
  type MailedInvitations,
  type MailedPorts,
} from './receive-mailed-invitations.ts';

export interface ReadingPorts extends MailedPorts {
  readonly mailboxReader: MailboxReader;
  readonly parseMail: ParseMail;
  /** Reads what the mail around a link says about it. */
  readonly claimsIn: (message: ShownMessage) => Claims;
}

/** What came of a message. `full`: its invitations wait in the mailbox. */
type MessageResult =
  | { readonly kind: 'read'; readonly outcome: MailboxMailOutcome }
  | { readonly kind: 'full' }
  | { readonly kind: 'failed'; readonly why: ReadFailure };

/** What a message is known by where it is stored. */
export function hashOfMessage({ tenant, address }: MailboxOf, id: string): string {
  return createHash('sha256').update(`${tenant} ${address} ${id}`).digest('base64url');
}

/**
 * Reads one message, and stores the invitations that it holds; of a message without any, nothing is kept.
 * @throws DomainError('store-unavailable')
 */
export async function readMessage(
  ports: ReadingPorts,
  mailbox: MailboxOf,
  { id, receivedAt }: ListedMessage,
  signal: AbortSignal,
): Promise<MessageResult> {
  const message = hashOfMessage(mailbox, id);
  if ((await ports.store.get(mailbox.tenant, 'handledMail', message)) !== undefined) return outcome('known');
  const read = await ports.mailboxReader.message(mailbox, id, signal);
  if (read.kind === 'notRead') return { kind: 'failed', why: read.why };
  if (read.kind !== 'read') return outcome(read.kind);
  const shown = await parsed(ports, read.mime);
  if (shown === undefined) return outcome('unreadable');
  const found = offersIn(ports, shown);
  if (typeof found === 'string') return outcome(found);
  const stored = await receiveMailedInvitations(ports, mailbox, { message, receivedAt, offers: found });
  if (stored === 'full') return { kind: 'full' };
  return outcome(stored === 'handled' ? 'known' : 'invitation');
}

function outcome(of: MailboxMailOutcome): MessageResult {
  return { kind: 'read', outcome: of };
}

/** Whatever a mail does to its parser, the mails behind it are read. */
async function parsed({ parseMail }: ReadingPorts, mime: Uint8Array): Promise<ShownMessage | undefined> {
  try {
    return await parseMail(mime, 'mailbox');
  } catch {
    return undefined;
  }
}

function offersIn(
  { claimsIn }: ReadingPorts,
  shown: ShownMessage,
): MailedInvitations['offers'] | 'nothing' | 'suspicious' {
  const found = findInvitations(shown.parts);
  if (found.outcome === 'suspicious') return 'suspicious';
  if (found.outcome !== 'found') return 'nothing';
  const { offers } = offersFromMessage(found.invitations, claimsIn(shown), {
    mail: shown.mail,
    isGlobalAdministrator,
  });
  return offers.length === 0 ? 'nothing' : offers.slice(0, maxInvitationsPerMessage);
}
