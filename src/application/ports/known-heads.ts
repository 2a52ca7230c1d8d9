import type { ChainHead } from '../../domain/history/audit-chain.ts';
import type { TenantId } from '../../domain/identifiers.ts';
import type { Instant } from '../../domain/instant.ts';

/** The head that a tenant's history had at some time. */
export interface KnownHead extends ChainHead {
  readonly tenant: TenantId;
  readonly at: Instant;
}

/** The heads of all histories as the desk last saw them, apart from these, so that a deleted one is missed. */
export interface KnownHeads {
  /** None before the first `write`. @throws Error if they cannot be read */
  read(): Promise<readonly KnownHead[]>;
  /** Replaces all, durably. */
  write(heads: readonly KnownHead[]): Promise<void>;
}
