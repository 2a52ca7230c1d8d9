import type { Instant } from '../../../domain/instant.ts';
import type { WireRequest } from '../graph-reads.ts';

/** A read of a mailbox: always a GET, so that nothing can be written, answered or marked. */
export interface MailRead {
  readonly kind: 'mail';
  /** For the log, without ids. */
  readonly call: string;
  /** Below the version. */
  readonly path: string;
  /** What is sent as `Prefer`. */
  readonly prefer?: string;
  /** For an answer that is no JSON: how many bytes of it are read at most. */
  readonly maxBytes?: number;
}

/**
 * Bytes of a whole message. Those of partners have a few pages as attachments; Exchange takes 36 MB, which would be held in memory
 * several times while it is read.
 */
const maxMessageBytes = 8 * 1024 * 1024;

/** Messages of a page: read one after the other before progress is stored. */
const pageSize = 25;

const inbox = (address: string): string => `/users/${encodeURIComponent(address)}/mailFolders/inbox/messages`;

/**
 * Ids that stay the same while a message is in its mailbox. Source: Graph documentation, “Obtain immutable identifiers
 * for Outlook resources”.
 */
const immutable = 'IdType="ImmutableId"';

/**
 * What came into an inbox since a moment, and what changes there later. Source: Graph documentation, “message: delta”,
 * which allows no other filter.
 */
export const readMessagesSince = (address: string, since: Instant): MailRead => ({
  kind: 'mail',
  call: '/users/{id}/mailFolders/inbox/messages/delta',
  path: `${inbox(address)}/delta?$select=id,receivedDateTime&$filter=${encodeURIComponent(`receivedDateTime ge ${since}`)}`,
  prefer: `odata.maxpagesize=${pageSize}, ${immutable}`,
});

/** A whole message, as MIME. Source: Graph documentation, “Get MIME content of a message”. */
export const readMime = (address: string, message: string): MailRead => ({
  kind: 'mail',
  call: '/users/{id}/messages/{id}/$value',
  path: `/users/${encodeURIComponent(address)}/messages/${encodeURIComponent(message)}/$value`,
  prefer: immutable,
  maxBytes: maxMessageBytes,
});

/** Whether somebody's inbox can be read: nothing of a message but its id. */
export const tryInbox = (user: string): MailRead => ({
  kind: 'mail',
  call: '/users/{id}/mailFolders/inbox/messages',
  path: `${inbox(user)}?$select=id&$top=1`,
});

export function wireMail({ call, path, prefer, maxBytes }: MailRead): WireRequest {
  return {
    service: 'mail',
    call,
    method: 'GET',
    path: `/v1.0${path}`,
    ...(prefer !== undefined && { prefer }),
    ...(maxBytes !== undefined && { maxBytes }),
  };
}
