import { z } from 'zod';
import type { MailboxReader, MessageRead, MessagesRead } from '../../../application/ports/mailbox-reader.ts';
import type { TenantId } from '../../../domain/identifiers.ts';
import { instantFrom } from '../../../domain/instant.ts';
import type { TenantTokens } from '../../identity/tenant-tokens.ts';
import { tooLarge } from '../exchange.ts';
import type { GraphClient } from '../graph-client.ts';
import { GraphFailure, whyNot } from '../graph-failure.ts';
import type { GraphSession } from '../graph-session.ts';
import { readMessagesSince, readMime } from './mail-reads.ts';
import { readMailboxState } from './read-mailbox-state.ts';

/** For one read in all, however slowly Graph answers; milliseconds. */
const timeouts = { read: 60_000, state: 20_000 } as const;

const messageRow = z.object({
  id: z.string().min(1).max(1024),
  /** Absent from messages of which only something else changed, and from those that were removed. */
  receivedDateTime: z.iso.datetime({ offset: true }).nullish(),
  '@removed': z.unknown().optional(),
});

/**
 * Codes of a link that is of no use any more, whatever the status. Source: Graph documentation, “Use delta query”,
 * “Synchronization reset”.
 */
const expiryCodes = new Set(['syncstatenotfound', 'syncstateinvalid', 'resyncrequired']);

/**
 * Codes of a message that is not there any more. A mailbox that is not there, such as while it is moved between servers, is
 * answered with 404, too, and its messages are not lost.
 */
const goneCodes = new Set(['erroritemnotfound', 'itemnotfound']);

/** Reads mailboxes through Microsoft Graph, a message after the other: it takes four calls for one at a time. */
export function graphMailboxReader(graph: GraphClient, tokens: TenantTokens): MailboxReader {
  const within = <Result>(
    tenant: TenantId,
    signal: AbortSignal,
    work: (graph: GraphSession) => Promise<Result>,
  ) => graph.within({ tenant, priority: 'low', milliseconds: timeouts.read, signal }, work);

  return {
    list: ({ tenant, address }, from, signal) =>
      within(tenant, signal, async (session): Promise<MessagesRead> => {
        // A link holds all that the first page was asked for with.
        const since = from.kind === 'since' ? from.receivedAt : instantFrom(0);
        const link = from.kind === 'link' ? from.link : undefined;
        const { rows, ...page } = await session.mailPage(readMessagesSince(address, since), messageRow, link);
        const messages = rows.flatMap(({ id, receivedDateTime: at, '@removed': removed }) =>
          removed === undefined && typeof at === 'string'
            ? [{ id, receivedAt: instantFrom(Date.parse(at)) }]
            : [],
        );
        return { kind: 'read', messages, ...page };
      }).catch((error: unknown): MessagesRead => {
        const { why, code, status } = failureIn(error);
        // Where no link was sent, there is none to give up.
        const isExpired = from.kind === 'link' && (status === 410 || expiryCodes.has(code.toLowerCase()));
        return isExpired ? { kind: 'expired' } : { kind: 'notRead', why };
      }),
    message: ({ tenant, address }, id, signal) =>
      within(tenant, signal, async (session): Promise<MessageRead> => {
        return { kind: 'read', mime: await session.bytes(readMime(address, id)) };
      }).catch((error: unknown): MessageRead => {
        const { why, code, status } = failureIn(error);
        if (code === tooLarge) return { kind: 'tooLarge' };
        const isGone = status === 404 && goneCodes.has(code.toLowerCase());
        return isGone ? { kind: 'gone' } : { kind: 'notRead', why };
      }),
    state: (mailbox, signal) =>
      graph.within(
        { tenant: mailbox.tenant, priority: 'high', milliseconds: timeouts.state, signal },
        (session) => readMailboxState(session, tokens, mailbox),
      ),
    heldBack: (tenant) => graph.heldBack(tenant, 'mail'),
  };
}

function failureIn(error: unknown): GraphFailure {
  return error instanceof GraphFailure ? error : new GraphFailure(whyNot(error), 'unknown');
}
