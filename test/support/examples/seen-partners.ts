import { providerId } from '../../../src/domain/identifiers.ts';
import { later, type Instant } from '../../../src/domain/instant.ts';
import type { SeenPartner, TenantSnapshot } from '../../../src/domain/tenant/tenant-snapshot.ts';
import { fabrikam, received } from './invitation-examples.ts';

export const noTrust = {
  acceptsMfa: false,
  acceptsCompliantDevice: false,
  acceptsHybridJoinedDevice: false,
} as const;

export const northwindId = providerId('9c0a34e1-54b2-4a7e-8b1c-0a2f6e9d7c11');

/** Fabrikam as a service provider without visible roles, seen an hour after the invitation came in. */
export function seenPartner(given: Partial<SeenPartner> = {}): SeenPartner {
  return {
    id: fabrikam.id,
    isProvider: true,
    trust: noTrust,
    allowedRoles: 'notKnown',
    heldRoles: [],
    sells: 'notKnown',
    firstSeenAt: later(received, 3_600_000),
    lastSeenAt: later(received, 3_600_000),
    ...given,
  };
}

/** A snapshot of a complete read. */
export function snapshotOf(
  partners: readonly SeenPartner[],
  at: Instant = later(received, 3_600_000),
): TenantSnapshot {
  const read = { at, outcome: 'read', lastReadAt: at } as const;
  return {
    partners,
    reads: { providers: read, roles: read, allowedRoles: read, subscriptions: read },
    firstCompleteAt: at,
    lastCompleteAt: at,
  };
}
