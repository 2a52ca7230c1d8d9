import { recordsAuthority } from '../adapters/authority/records-authority.ts';
import { configuredRoles } from '../adapters/roles/configured-roles.ts';
import type { PartnerAuthority, Roles } from '../application/ports/authority.ts';
import type { Clock, Timer } from '../application/ports/clock.ts';
import type { Log } from '../application/ports/log.ts';
import type { MailboxReader, MailboxState } from '../application/ports/mailbox-reader.ts';
import type { Meter } from '../application/ports/meter.ts';
import type { TenantReader } from '../application/ports/tenant-reader.ts';
import type { Config } from '../config/load-config.ts';
import type { TenantId } from '../domain/identifiers.ts';

interface LinkPorts {
  readonly clock: Clock;
  readonly timer: Timer;
  readonly meter: Meter;
  readonly log: Log;
}

/** What decisions take effect in, and who may decide. */
interface TenantLink {
  readonly roles: Roles;
  readonly authority: PartnerAuthority;
  /** Undefined where decisions take effect in the desk's own records: no tenant is read then. */
  readonly tenantReader: TenantReader | undefined;
  readonly mailboxReader: MailboxReader | undefined;
  /** How reading the mailbox of a tenant stands; undefined if none is set. */
  readonly mailboxState: (tenant: TenantId, signal: AbortSignal) => Promise<MailboxState | undefined>;
}

/** Opens the link to the tenants that are served, or the records in place of it. Makes no request until needed. */
export async function openTenantLink(
  { mode, admins, microsoft365 }: Pick<Config, 'mode' | 'admins' | 'microsoft365'>,
  ports: LinkPorts,
): Promise<TenantLink> {
  const configured = configuredRoles(admins);
  if (microsoft365 === undefined) {
    const authority = recordsAuthority(mode === 'sandbox' ? 'inEffect' : 'recorded');
    const mailboxState = () => Promise.resolve(undefined);
    return { roles: configured, authority, tenantReader: undefined, mailboxReader: undefined, mailboxState };
  }
  // Imported lazily: a sandbox does not need it, and starts faster without.
  const [
    { tenantTokens },
    { openGraphClient },
    { graphTenantReader },
    { graphMailboxReader },
    { graphRoles },
    { microsoft365Authority },
  ] = await Promise.all([
    import('../adapters/identity/tenant-tokens.ts'),
    import('../adapters/graph/graph-client.ts'),
    import('../adapters/graph/tenant-reader.ts'),
    import('../adapters/graph/mail/mailbox-reader.ts'),
    import('../adapters/roles/graph-roles.ts'),
    import('../adapters/authority/microsoft365-authority.ts'),
  ]);
  const { graphUrl: root, partnersPage } = microsoft365;
  const tokens = tenantTokens({ ...ports, ...microsoft365, scope: `${root}/.default` });
  const graph = openGraphClient({ ...ports, root, tokens });
  const mailboxReader = graphMailboxReader(graph, tokens);
  return {
    roles: graphRoles({ ...ports, graph, configured }),
    authority: microsoft365Authority({ ...ports, partnersPage }),
    mailboxReader,
    mailboxState: async (tenant, signal) => {
      const mailbox = microsoft365.mailboxes.find((each) => each.tenant === tenant);
      return mailbox && mailboxReader.state(mailbox, signal);
    },
    tenantReader: graphTenantReader(graph, { ...ports, ...microsoft365, root, tokens }),
  };
}
