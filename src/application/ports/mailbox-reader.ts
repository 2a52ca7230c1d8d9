import type { TenantId } from '../../domain/identifiers.ts';
import type { Instant } from '../../domain/instant.ts';
import type { ReadFailure } from '../../domain/tenant/tenant-reads.ts';

/** The mailbox of a tenant. */
export interface MailboxOf {
  readonly tenant: TenantId;
  readonly address: string;
}

/** A message as a list names it; nothing of its content. */
export interface ListedMessage {
  /** Stays the same while the message is in the mailbox. */
  readonly id: string;
  readonly receivedAt: Instant;
}

/** Where a list begins, or goes on: by the link of the page before. */
export type ListFrom =
  { readonly kind: 'since'; readonly receivedAt: Instant } | { readonly kind: 'link'; readonly link: string };

/** A page of what came, or changed. `expired`: the link is of no use any more, and the list has to begin anew. */
export type MessagesRead =
  | {
      readonly kind: 'read';
      readonly messages: readonly ListedMessage[];
      /** Where to go on. */
      readonly link: string;
      /** Whether there is no more for now: the link then shows what comes later. */
      readonly isLast: boolean;
    }
  | { readonly kind: 'expired' }
  | { readonly kind: 'notRead'; readonly why: ReadFailure };

/** A whole message. `gone`: moved or deleted meanwhile. `tooLarge`: longer than the reader takes. */
export type MessageRead =
  | { readonly kind: 'read'; readonly mime: Uint8Array }
  | { readonly kind: 'gone' }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'notRead'; readonly why: ReadFailure };

/** Whether mailboxes other than the one that is set can be read, which nobody should want. */
export interface OtherMailboxes {
  /** Application permissions in the desk's token that reach every mailbox; undefined if the token does not say. */
  readonly reachingAll: readonly string[] | undefined;
  /** Other mailboxes that were tried, with how many could be read and how many were refused. */
  readonly tried: number;
  readonly readable: number;
  readonly refused: number;
}

/** How reading a mailbox stands, with a try. */
export interface MailboxState {
  readonly address: string;
  /** `unsupported`: there is no such mailbox. `unavailable`: Microsoft 365 did not answer, or the desk got no token. */
  readonly read: 'read' | ReadFailure;
  readonly others: OtherMailboxes;
}

/**
 * Reads the inbox of a mailbox. Never writes, answers or marks anything, and never throws because a read failed. Settles
 * soon after `signal` aborts. Calls for one mailbox have to follow each other.
 */
export interface MailboxReader {
  list(mailbox: MailboxOf, from: ListFrom, signal: AbortSignal): Promise<MessagesRead>;
  /** @param id of a listed message */
  message(mailbox: MailboxOf, id: string, signal: AbortSignal): Promise<MessageRead>;
  state(mailbox: MailboxOf, signal: AbortSignal): Promise<MailboxState>;
  /** How long reads are held back, because Microsoft Graph asked for that; milliseconds, 0 if they are not. */
  heldBack(tenant: TenantId): number;
}
