import type { ProviderId } from '../identifiers.ts';
import type { Instant } from '../instant.ts';
import type { Read } from './tenant-reads.ts';

/** What a tenant accepts from the home tenant of a partner's people, such as that they used a second factor there. */
export interface InboundTrust {
  readonly acceptsMfa: boolean;
  readonly acceptsCompliantDevice: boolean;
  readonly acceptsHybridJoinedDevice: boolean;
}

/** A service provider as the tenant lists it. */
export interface ObservedProvider {
  /** The id of its own tenant, in lower case. */
  readonly id: ProviderId;
  readonly trust: InboundTrust;
  /** Role template ids that it may be given, in lower case. Not readable in every cloud. */
  readonly allowedRoles: Read<readonly string[]>;
}

/** A role over the whole directory that a group of another organisation holds. */
export interface ForeignRole {
  /** The id of that organisation's tenant, in lower case. */
  readonly organisation: ProviderId;
  /** A role template id, in lower case. */
  readonly role: string;
}

/** What an organisation calls itself, whoever it is: no proof of identity. */
export interface TenantName {
  readonly name: string;
  readonly domain?: string;
}

/** What one round of reads showed of a tenant. Each part stands for itself. */
export interface Observation {
  /** When the round began: what happened later may be missing. */
  readonly at: Instant;
  readonly providers: Read<readonly ObservedProvider[]>;
  readonly roles: Read<readonly ForeignRole[]>;
  /** The organisations that sold subscriptions which are still there. */
  readonly sellers: Read<readonly ProviderId[]>;
  /** Names that were asked for and found. */
  readonly names: ReadonlyMap<ProviderId, TenantName>;
}

/** One read of who has access to the whole tenant: absence counts. */
export function isComplete({ providers, roles }: Observation): boolean {
  return providers.kind === 'read' && roles.kind === 'read';
}
