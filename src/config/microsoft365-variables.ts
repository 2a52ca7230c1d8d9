import { z } from 'zod';
import { isLoopback } from '../domain/loopback.ts';
import { invitationMailboxes } from './mailboxes.ts';

const seconds = 'must be a whole number of seconds from 1 to 86400';
const graphAddress =
  'must be the address of Microsoft Graph, such as https://graph.microsoft.com; https except on this machine, since tokens are sent there';

/** An origin, with or without a slash at its end. */
const graphUrl = z.string().transform((text, context) => {
  const address = URL.canParse(text) ? new URL(text) : undefined;
  const isOrigin =
    address !== undefined && [`${address.origin}/`, address.origin].includes(text.toLowerCase());
  const isSafe =
    address?.protocol === 'https:' || (address?.protocol === 'http:' && isLoopback(address.hostname));
  if (address !== undefined && isOrigin && isSafe) return address.origin;
  context.addIssue(graphAddress);
  return z.NEVER;
});

/** The variables of what decisions take effect in. */
export const microsoft365Variables = {
  PARTNER_AUTHORITY: z.enum(['microsoft365', 'records'], 'must be microsoft365 or records').optional(),
  GRAPH_URL: graphUrl.optional(),
  // Microsoft keeps sign-ins and changes for a week only, and says so of a day at the latest.
  WATCH_EVERY_SECONDS: z.coerce
    .number(seconds)
    .int(seconds)
    .min(1, seconds)
    .max(86_400, seconds)
    .default(3600),
  INVITATION_MAILBOX: invitationMailboxes.optional(),
};
