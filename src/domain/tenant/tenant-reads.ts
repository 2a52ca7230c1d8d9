import type { Instant } from '../instant.ts';

/**
 * What is read of a tenant, part by part, because each part takes a permission of its own. `providers`: the service
 * providers and their inbound trust. `roles`: roles that other organisations hold. `allowedRoles`: roles that a provider
 * may be given. `subscriptions`: who sold them. `audits`: changes that partners made. `signIns`: when they signed in.
 */
export const tenantParts = [
  'providers',
  'roles',
  'allowedRoles',
  'subscriptions',
  'audits',
  'signIns',
] as const;

export type TenantPart = (typeof tenantParts)[number];

/**
 * Why a part could not be read. `refused`: the permission is missing. `unlicensed`: the tenant has no licence for it.
 * `unsupported`: Microsoft does not offer it there. `unavailable`: Microsoft 365 did not answer, or not usably.
 */
export const readFailures = ['refused', 'unlicensed', 'unsupported', 'unavailable'] as const;

export type ReadFailure = (typeof readFailures)[number];

/** A part that was read whole, or why it was not. Nothing may be concluded from a part that was not read. */
export type Read<Value> =
  { readonly kind: 'read'; readonly value: Value } | { readonly kind: 'notRead'; readonly why: ReadFailure };

/** How the last attempt at a part went. */
export interface ReadOutcome {
  readonly at: Instant;
  /** `read`, or why not. */
  readonly outcome: 'read' | ReadFailure;
  /** When it was last read whole; absent if never. */
  readonly lastReadAt?: Instant;
}

/** The last attempt at each part; absent for a part that was never attempted. */
export type ReadOutcomes = Readonly<Partial<Record<TenantPart, ReadOutcome>>>;
