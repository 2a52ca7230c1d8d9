import { watchMailboxes } from '../application/invitations/mailbox/watch-mailboxes.ts';
import type { Clock, NewId, Timer } from '../application/ports/clock.ts';
import type { Log } from '../application/ports/log.ts';
import type { MailboxReader } from '../application/ports/mailbox-reader.ts';
import type { Meter } from '../application/ports/meter.ts';
import type { Announcements } from '../application/ports/posts.ts';
import type { Store } from '../application/ports/store.ts';
import type { TenantReader } from '../application/ports/tenant-reader.ts';
import { watchTenants } from '../application/tenant/watch-tenants.ts';
import type { Config } from '../config/load-config.ts';
import { claimsIn } from '../domain/invitations/claims/claims.ts';
import { textOfMessage } from '../domain/invitations/message/message-text.ts';
import { knownRoles } from '../i18n/known-roles.ts';

interface Ports {
  readonly store: Store;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly newId: NewId;
  readonly announcements: Announcements;
  readonly meter: Meter;
  readonly log: Log;
  readonly tenantReader: TenantReader | undefined;
  readonly mailboxReader: MailboxReader | undefined;
}

/** Starts reading the tenants that are served, and the mailboxes that are set. @returns a function that stops all */
export function watchMicrosoft365(config: Config, ports: Ports): () => Promise<void> {
  const stops = [startTenants(config, ports), startMailboxes(config, ports)];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

function startTenants(
  { allowedTenants, microsoft365 }: Config,
  { tenantReader, ...ports }: Ports,
): () => Promise<void> {
  if (tenantReader === undefined) return () => Promise.resolve();
  return watchTenants({
    ...ports,
    tenantReader,
    watchEverySeconds: microsoft365?.watchEverySeconds ?? 3600,
    served: () => (allowedTenants === 'any' ? ports.store.tenants() : Promise.resolve(allowedTenants)),
  });
}

function startMailboxes(
  { microsoft365, pendingLimits }: Config,
  { mailboxReader, ...ports }: Ports,
): () => Promise<void> {
  const { mailboxes = [], watchEverySeconds = 0 } = microsoft365 ?? {};
  if (mailboxReader === undefined || mailboxes.length === 0) return () => Promise.resolve();
  return watchMailboxes({
    ...ports,
    mailboxReader,
    mailboxes,
    watchEverySeconds,
    pendingLimits,
    parseMail: async (mime, headersBy) => {
      // Imported with the first mail: most desks read none.
      const { parseMail } = await import('../adapters/mime/parse-mail.ts');
      return parseMail(mime, headersBy);
    },
    claimsIn: (message) => claimsIn(textOfMessage(message), knownRoles),
  });
}
