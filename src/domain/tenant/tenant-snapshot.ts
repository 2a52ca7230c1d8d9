import type { ProviderId } from '../identifiers.ts';
import type { Instant } from '../instant.ts';
import type { InboundTrust, TenantName } from './observation.ts';
import type { ReadOutcomes } from './tenant-reads.ts';

/** The tenant from which Microsoft's support works, while a ticket is open. Source: Microsoft Learn, July 2025. */
export const microsoftSupport = 'b4c546a4-7dac-46a6-a7dd-ed822a11efd3' as ProviderId;

/**
 * One organisation, as the tenant last showed it. What a failed read could not show stays as it was seen last.
 */
export interface SeenPartner {
  readonly id: ProviderId;
  readonly name?: TenantName;
  readonly isProvider: boolean;
  /** Absent for one that is no provider. */
  readonly trust?: InboundTrust;
  /** Role template ids; `notKnown`: they could never be read. */
  readonly allowedRoles: readonly string[] | 'notKnown';
  readonly heldRoles: readonly string[] | 'notKnown';
  /** Whether subscriptions that are still there were sold by it. */
  readonly sells: boolean | 'notKnown';
  readonly firstSeenAt: Instant;
  readonly lastSeenAt: Instant;
  /**
   * Complete reads in which it was no provider and held no roles; absent while it is or does. Two of them: it is gone,
   * and the rest is what it had before.
   */
  readonly absent?: CountedReads;
  /**
   * Complete reads in which it held no roles, and was no provider or one that is allowed none; absent while it may
   * administer. Two of them: its delegated permissions are removed.
   */
  readonly roleless?: CountedReads;
}

/** Reads in a row, a watch apart, that showed the same. */
export interface CountedReads {
  /** From 1; not counted beyond `enoughReads`. */
  readonly reads: number;
  readonly since: Instant;
  readonly countedAt: Instant;
}

/** So many complete reads in a row, a watch apart, make an absence. */
export const enoughReads = 2;

/** What a tenant last showed of everyone outside who has, or had, access to it. */
export interface TenantSnapshot {
  /** Ordered by id. */
  readonly partners: readonly SeenPartner[];
  readonly reads: ReadOutcomes;
  /** The first complete read: what was there before is a list, and no news. Absent before it. */
  readonly firstCompleteAt?: Instant;
  readonly lastCompleteAt?: Instant;
}

/** When a tenant is read, and how that went; changes with each round, unlike its snapshot. */
export interface TenantWatch {
  readonly lastReadAt: Instant;
  readonly nextReadAt: Instant;
  /** Rounds in a row of which no part could be read. */
  readonly failures: number;
}

/** Whether it has access now, as far as was seen. */
export function hasAccess({ absent }: SeenPartner): boolean {
  return absent === undefined;
}

/** Whether its access is gone: it was absent from two complete reads in a row. */
export function isGone({ absent }: SeenPartner): boolean {
  return absent !== undefined && absent.reads >= enoughReads;
}

/** Whether it is without delegated permissions, in two complete reads. */
export function isRoleless({ roleless }: SeenPartner): boolean {
  return roleless !== undefined && roleless.reads >= enoughReads;
}

/** Every role that it is known to hold or to be allowed. `notKnown`: neither could ever be read. */
export function rolesSeen({ heldRoles, allowedRoles }: SeenPartner): readonly string[] | 'notKnown' {
  if (heldRoles === 'notKnown' && allowedRoles === 'notKnown') return 'notKnown';
  const known = [heldRoles, allowedRoles].flatMap((roles) => (roles === 'notKnown' ? [] : roles));
  return [...new Set(known)].toSorted();
}
