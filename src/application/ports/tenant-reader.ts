import type { ProviderId, TenantId } from '../../domain/identifiers.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Observation } from '../../domain/tenant/observation.ts';
import type { AuditedChange, PartnerSignIn } from '../../domain/tenant/partner-activity.ts';
import type { Read } from '../../domain/tenant/tenant-reads.ts';

/** What was read of the use that partners make of their access. */
export interface ActivityRead {
  readonly signIns: Read<readonly PartnerSignIn[]>;
  readonly changes: Read<readonly AuditedChange[]>;
  /** Since when sign-ins were read without a gap, if there were too many to read all since the moment asked for. */
  readonly signInsFrom?: Instant;
  /** The same for changes. */
  readonly changesFrom?: Instant;
}

/** Whether one permission is there, and whether what it is for can be read. */
export interface PermissionState {
  /** Its exact name, such as `Policy.Read.All`. */
  readonly permission: string;
  /** Whether the link works with less without it. */
  readonly isOptional: boolean;
  readonly isGranted: boolean;
  /** How a read that takes it went; `untried` where the permission is missing. */
  readonly read: 'read' | 'refused' | 'unlicensed' | 'unsupported' | 'unavailable' | 'untried';
}

/** The state of the link to one tenant. */
export interface LinkState {
  /** Where an administrator of the tenant consents. */
  readonly consentAddress: string;
  readonly graphAddress: string;
  /** Whether a token for the tenant was issued; else the issuer's error code, such as `AADSTS700016`. */
  readonly token: { readonly kind: 'issued' } | { readonly kind: 'notIssued'; readonly code: string };
  readonly permissions: readonly PermissionState[];
  /** By how much this machine's clock is ahead of Microsoft's; seconds, negative if behind. Absent if not known. */
  readonly clockAhead?: number;
}

/**
 * Reads a tenant through Microsoft Graph. Never writes, and never throws because a read failed: each part says how it
 * went. Settles soon after `signal` aborts.
 */
export interface TenantReader {
  /**
   * Who has access to the tenant.
   * @param known organisations whose names need not be asked for again
   */
  observe(tenant: TenantId, known: ReadonlySet<ProviderId>, signal: AbortSignal): Promise<Observation>;
  /**
   * What partners did since a moment.
   * @param partners those whose changes are wanted, with the domain that their tenant goes by
   */
  activity(
    tenant: TenantId,
    query: { readonly since: Instant; readonly partners: ReadonlyMap<ProviderId, string | undefined> },
    signal: AbortSignal,
  ): Promise<ActivityRead>;
  /** How the link stands, with a try of every read. */
  link(tenant: TenantId, signal: AbortSignal): Promise<LinkState>;
  /**
   * How long calls to a tenant are held back, because Microsoft Graph asked for that; milliseconds, 0 if they are not.
   */
  heldBack(tenant: TenantId): number;
}
