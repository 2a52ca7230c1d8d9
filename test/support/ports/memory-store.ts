import type { Entries, EntryKind, RecordKind, Records } from '../../../src/application/ports/records.ts';
import {
  ConflictError,
  type Change,
  type Store,
  type Versioned,
} from '../../../src/application/ports/store.ts';
import { DomainError } from '../../../src/domain/domain-error.ts';
import { emptyChain, headAt, linkAfter, type ChainHead } from '../../../src/domain/history/audit-chain.ts';
import type { TenantId } from '../../../src/domain/identifiers.ts';

type Tables = { readonly [Kind in RecordKind]: Map<string, Versioned<Records[Kind]>> };
type Logs = { readonly [Kind in EntryKind]: Entries[Kind][] };

interface Tenant {
  readonly records: Tables;
  readonly entries: Logs;
  sequence: number;
}

/** An in-memory store; otherwise it behaves as the contract says that it shares with the embedded store. */
export function memoryStore(): Store {
  const tenants = new Map<TenantId, Tenant>();
  const of = (tenant: TenantId) => tenants.get(tenant) ?? emptyTenant();

  return {
    get: (tenant, kind, id) => Promise.resolve(structuredClone(of(tenant).records[kind].get(id))),
    list: (tenant, kind, { limit, after, order = 'ascending' }) => {
      const sign = order === 'ascending' ? 1 : -1;
      const compare = (one: string, other: string) => (one < other ? -sign : one > other ? sign : 0);
      const following = [...of(tenant).records[kind].values()]
        .filter(({ id }) => after === undefined || compare(id, after) > 0)
        .sort((one, other) => compare(one.id, other.id));
      const items = structuredClone(following.slice(0, limit));
      const last = items.at(-1);
      return Promise.resolve(
        following.length > limit && last !== undefined ? { items, next: last.id } : { items },
      );
    },
    entries: async (tenant, kind, { limit, after, order }) => {
      await Promise.resolve();
      if (after !== undefined && !/^\d+$/.test(after)) throw new DomainError('invalid-action', {});
      const start = Number(after ?? 0);
      const all = of(tenant).entries[kind];
      const ordered = order === 'descending' ? all.toReversed() : all;
      // Entries may be appended between pages, so offsets count from the oldest.
      const skip = order === 'descending' && after !== undefined ? all.length - start : start;
      const items = structuredClone(ordered.slice(skip, skip + limit));
      const reached = skip + items.length;
      if (reached >= all.length) return { items };
      return { items, next: String(order === 'descending' ? all.length - reached : reached) };
    },
    head: (tenant, kind) => {
      const link = (head: ChainHead, entry: unknown) => headAt(linkAfter(head, entry));
      return Promise.resolve(of(tenant).entries[kind].reduce(link, emptyChain));
    },
    commit: async (tenant, changes) => {
      await Promise.resolve();
      if (changes.length === 0) return;
      // Atomic: the changes go to a copy, which replaces the tenant once all are applied.
      const next = copyOf(of(tenant));
      next.sequence += 1;
      for (const change of structuredClone(changes)) apply(next, change);
      tenants.set(tenant, next);
    },
    tenants: () => Promise.resolve([...tenants.keys()]),
    check: () => Promise.resolve(),
  };
}

function emptyTenant(): Tenant {
  return {
    records: {
      person: new Map(),
      contactRequest: new Map(),
      pendingDelivery: new Map(),
      subscriber: new Map(),
      announcement: new Map(),
      pendingPost: new Map(),
      postedCard: new Map(),
      invitation: new Map(),
      pendingInvitation: new Map(),
      latestPaste: new Map(),
      receivedInvitation: new Map(),
      relationship: new Map(),
      review: new Map(),
      reviewRequest: new Map(),
      contactedProvider: new Map(),
      tenantContacts: new Map(),
      recentRefusals: new Map(),
      historyExport: new Map(),
      tenantSnapshot: new Map(),
      tenantWatch: new Map(),
      mailboxWatch: new Map(),
      handledMail: new Map(),
      tenantAlert: new Map(),
      awaitedEffect: new Map(),
      partnerActivity: new Map(),
    },
    entries: { audit: [] },
    sequence: 0,
  };
}

/** Records are replaced, never mutated, so a shallow copy is enough. */
function copyOf({ records, entries, sequence }: Tenant): Tenant {
  const tables = Object.entries(records).map(([kind, table]) => [kind, new Map(table as Tables['person'])]);
  return {
    records: Object.fromEntries(tables) as Tables,
    entries: { audit: [...entries.audit] },
    sequence,
  };
}

function apply({ records, entries, sequence }: Tenant, change: Change): void {
  if (change.type === 'append') {
    entries[change.kind].push(change.value);
    return;
  }
  const version = records[change.kind].get(change.id)?.version ?? 'absent';
  if (version !== change.expected) throw new ConflictError(change.kind, change.id);
  if (change.type === 'delete') records[change.kind].delete(change.id);
  else put(records, change, sequence);
}

function put<Kind extends RecordKind>(
  records: Tables,
  { kind, id, value }: { readonly kind: Kind; readonly id: string; readonly value: Records[Kind] },
  version: number,
): void {
  records[kind].set(id, { id, version, value });
}
