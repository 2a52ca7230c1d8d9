import type { ChainHead } from '../../domain/history/audit-chain.ts';
import type { TenantId } from '../../domain/identifiers.ts';
import type { Records, RecordKind, Entries, EntryKind } from './records.ts';

/** A record with its id and the version that a change to it must name. */
export interface Versioned<Value> {
  readonly id: string;
  readonly version: number;
  readonly value: Value;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Pass it as `after` to get the following page; absent on the last. */
  readonly next?: string;
}

export interface ListQuery {
  /** Maximum items to return; 1 or more. */
  readonly limit: number;
  /** `next` of the previous page. */
  readonly after?: string;
  /** By id, which for most kinds is by time; default: `ascending`. */
  readonly order?: 'ascending' | 'descending';
}

/** `expected: 'absent'`: only if there is no such record. */
export type Put<Kind extends RecordKind = RecordKind> = {
  [Each in Kind]: {
    readonly type: 'put';
    readonly kind: Each;
    readonly id: string;
    readonly value: Records[Each];
    readonly expected: number | 'absent';
  };
}[Kind];

export type Change =
  | Put
  | { readonly type: 'delete'; readonly kind: RecordKind; readonly id: string; readonly expected: number }
  | {
      [Kind in EntryKind]: { readonly type: 'append'; readonly kind: Kind; readonly value: Entries[Kind] };
    }[EntryKind];

/** Thrown by `commit` when a record is not at the expected version; nothing was written. */
export class ConflictError extends Error {
  constructor(kind: RecordKind, id: string) {
    super(`version conflict on ${kind} ${id}`);
    this.name = 'ConflictError';
  }
}

/**
 * Records and entries of tenants. Tenants are isolated: a call reads and writes only the tenant that it names.
 * Every call throws `DomainError('store-unavailable')` when the medium fails; then nothing was changed.
 */
export interface Store {
  get<Kind extends RecordKind>(
    tenant: TenantId,
    kind: Kind,
    id: string,
  ): Promise<Versioned<Records[Kind]> | undefined>;
  list<Kind extends RecordKind>(
    tenant: TenantId,
    kind: Kind,
    query: ListQuery,
  ): Promise<Page<Versioned<Records[Kind]>>>;
  /** Entries in the order they were appended (or the reverse). */
  entries<Kind extends EntryKind>(
    tenant: TenantId,
    kind: Kind,
    query: ListQuery,
  ): Promise<Page<Entries[Kind]>>;
  /** The head of a tenant's chain of entries: their number and their hash. */
  head(tenant: TenantId, kind: EntryKind): Promise<ChainHead>;
  /** All or nothing; durable when it returns. @throws ConflictError when a version moved. */
  commit(tenant: TenantId, changes: readonly Change[]): Promise<void>;
  /** Every tenant that has something stored. */
  tenants(): Promise<readonly TenantId[]>;
  /**
   * @throws DomainError('store-unavailable') when the medium cannot be written, or a tenant's data cannot be read.
   */
  check(): Promise<void>;
}
