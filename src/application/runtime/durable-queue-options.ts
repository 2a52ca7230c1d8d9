import type { TenantId } from '../../domain/identifiers.ts';
import type { Limit } from './sliding-window.ts';
import type { PoolLimits } from './worker-pool.ts';

/** A pending item. All times in milliseconds. */
export interface QueueItem {
  readonly id: string;
  /** Items of one group are tried one after the other: the most urgent first, else in order of arrival. */
  readonly group: string;
  /** 0 for the most urgent; default: 0. It also decides which group of a pool is next. */
  readonly priority?: number;
  /** Until it is due; default: 0. */
  readonly wait?: number;
}

/** Some of the pending items in the store, and how long to pause before reading more. */
export interface QueueBatch {
  readonly items: readonly QueueItem[];
  readonly pause?: number;
}

/** When an item is tried again. */
export interface NextTry {
  /** Milliseconds. */
  readonly in: number;
  /** Whoever receives the items asked for that wait: until then the group tries nothing, however urgent. */
  readonly isAsked?: boolean;
}

/**
 * Stores the outcome of an attempt. If it throws, it is called again before the group does anything else.
 * @returns undefined once the item is done
 */
export type StoreOutcome = () => Promise<NextTry | undefined>;

/** What a queue does with its items, and how fast. */
export interface QueueOptions {
  /** Names an item in the log. */
  readonly itemName: string;
  /** Finds what the last process left. */
  readonly findPending: (tenant: TenantId) => AsyncIterable<QueueBatch>;
  /** Finds what was committed since; one run at a time per tenant. */
  readonly findNew?: (tenant: TenantId) => AsyncIterable<QueueBatch>;
  /**
   * Tries an item once; retried if it throws.
   * @param failures consecutive failures so far
   * @returns undefined if the item is no longer pending
   */
  readonly attempt: (tenant: TenantId, id: string, failures: number) => Promise<StoreOutcome | undefined>;
  /** @param failures consecutive, 1 or more @returns milliseconds until the next try */
  readonly backoff: (failures: number) => number;
  /** One per tenant, or one for all. */
  readonly pool: PoolLimits & { readonly isPerTenant: boolean };
  /** The limits of a group for items of a priority; of the most urgent, the group's own. */
  readonly groupRate: (priority: number) => readonly Limit[];
}
