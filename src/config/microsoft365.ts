import type { Credential } from '../adapters/identity/credential.ts';
import { guidIn } from '../domain/guid.ts';
import { canonicalTenantId, type TenantId } from '../domain/identifiers.ts';
import { partnersPageOf } from '../domain/invitations/admin-center-page.ts';
import type { Cloud } from '../domain/invitations/link/cloud.ts';
import { isLoopback } from '../domain/loopback.ts';
import { allowedTenants } from './id-problems.ts';
import { mailboxesOf, mailboxProblems, type InvitationMailbox } from './mailboxes.ts';
import { registrationOf } from './registration.ts';
import type { Variables } from './variables.ts';

/** The tenants as what decisions take effect in: how they are read. */
export interface Microsoft365 {
  readonly appId: string;
  readonly credential: Credential;
  /** Issues tokens; its last segment gives way to the id of each tenant that is read. */
  readonly authority: string;
  /** The registration's own tenant, the only one that a managed identity can read. */
  readonly homeTenant: TenantId | undefined;
  /** Microsoft Graph's root, such as `https://graph.microsoft.com`. */
  readonly graphUrl: string;
  /** Where people complete decisions: the admin center's list of partners. */
  readonly partnersPage: string;
  readonly watchEverySeconds: number;
  /** Those that are read for invitations; one for each tenant at most. */
  readonly mailboxes: readonly InvitationMailbox[];
}

/** Microsoft Graph's hosts. Source: Graph documentation, “National cloud deployments”. */
const clouds: Readonly<Record<string, Cloud>> = {
  'graph.microsoft.com': 'worldwide',
  'graph.microsoft.us': 'gccHigh',
  'dod-graph.microsoft.us': 'dod',
  'microsoftgraph.chinacloudapi.cn': 'china',
};

/** What a simulated tenant takes for a registration. */
const madeUp = {
  appId: '5a4db0c0-0000-4000-8000-00000000de5c',
  credential: { kind: 'secret', secret: 'a secret that opens nothing but a simulation' },
} as const;

export function partnerAuthorityOf({ PARTNER_AUTHORITY: set, DESK_MODE: mode }: Variables) {
  return set ?? (mode === 'sandbox' ? 'records' : 'microsoft365');
}

/** What keeps tenants, or mailboxes in them, from being read. */
export function microsoft365Problems(set: Variables): string[] {
  const graphUrl = set.GRAPH_URL ?? graphOfCloud(set);
  const surroundings = {
    readsMicrosoft365: partnerAuthorityOf(set) === 'microsoft365',
    isChina: clouds[new URL(graphUrl).hostname] === 'china',
    served: allowedTenants(set),
    isSandbox: set.DESK_MODE === 'sandbox' && set.MicrosoftAppId === undefined,
  };
  return [...simulationProblems(set), ...mailboxProblems(set.INVITATION_MAILBOX ?? [], surroundings)];
}

/** Whether a sandbox without a registration would read a tenant that is not simulated on this machine. */
function simulationProblems(set: Variables): string[] {
  if (partnerAuthorityOf(set) === 'records' || set.MicrosoftAppId !== undefined) return [];
  if (set.DESK_MODE === 'production') return [];
  const { GRAPH_URL, ENTRA_AUTHORITY } = set;
  if (isOnThisMachine(GRAPH_URL) && isOnThisMachine(ENTRA_AUTHORITY)) return [];
  return [
    'PARTNER_AUTHORITY must be records in a sandbox without credentials, unless GRAPH_URL and ENTRA_AUTHORITY are both on this machine: `npm start -- --microsoft365` simulates a tenant there',
  ];
}

function isOnThisMachine(address: string | undefined): boolean {
  return address !== undefined && isLoopback(new URL(address).hostname);
}

/** @param set variables without problems. @returns undefined if decisions take effect in the desk's records only */
export function microsoft365Of(set: Variables): Microsoft365 | undefined {
  if (partnerAuthorityOf(set) === 'records') return undefined;
  const registration = registrationOf(set);
  const graphUrl = set.GRAPH_URL ?? graphOfCloud(set);
  const { hostname, host } = new URL(graphUrl);
  return {
    appId: registration?.appId ?? madeUp.appId,
    credential: registration?.credential ?? madeUp.credential,
    authority: registration?.authority ?? set.ENTRA_AUTHORITY ?? '',
    homeTenant: homeTenantOf(set),
    graphUrl,
    // A simulated tenant shows its own page in place of the admin center, without TLS: browsers warn of its certificate.
    partnersPage: isLoopback(hostname) ? `http://${host}/` : partnersPageOf(clouds[hostname] ?? 'worldwide'),
    watchEverySeconds: set.WATCH_EVERY_SECONDS,
    mailboxes: mailboxesOf(set.INVITATION_MAILBOX ?? [], allowedTenants(set)),
  };
}

function graphOfCloud({ ChannelService }: Variables): string {
  return ChannelService === undefined ? 'https://graph.microsoft.com' : 'https://graph.microsoft.us';
}

/** By id: a domain says which tenant it is only where a single one is served. */
function homeTenantOf(set: Variables): TenantId | undefined {
  const { MicrosoftAppTenantId: named } = set;
  if (named === undefined) return undefined;
  if (guidIn(named) !== undefined) return canonicalTenantId(named);
  const served = allowedTenants(set);
  return served !== 'any' && served.length === 1 ? served[0] : undefined;
}
