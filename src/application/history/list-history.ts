import type { Actor } from '../../domain/actor.ts';
import type { ChainHead } from '../../domain/history/audit-chain.ts';
import type { AuditEntry } from '../../domain/history/audit-entry.ts';
import type { HistoryFilter } from '../../domain/history/history-export.ts';
import type { Instant } from '../../domain/instant.ts';
import type { InvitingPartner } from '../../domain/invitations/invitation.ts';
import type { Roles } from '../ports/authority.ts';
import type { Store } from '../ports/store.ts';
import { matchesHistoryFilter } from './matches-history-filter.ts';
import { partnersInHistory } from './partners-in-history.ts';
import { requireAdministrator } from './require-administrator.ts';

interface Ports {
  readonly store: Store;
  readonly roles: Roles;
}

export interface HistoryQuery {
  readonly filter: HistoryFilter;
  /** Maximum to return; 1 or more. */
  readonly limit: number;
  /** `next` of the previous page. */
  readonly after?: string | undefined;
}

export interface ListedEntry {
  readonly entry: AuditEntry;
  readonly partners: readonly InvitingPartner[];
}

export interface HistoryPage {
  readonly items: readonly ListedEntry[];
  /** Pass it as `after` to look further back; absent once everything was read. */
  readonly next?: string;
  /** How far back the search got, if it did not fill the page. */
  readonly lookedBackTo?: Instant;
}

/** A page with the current head of the whole history. */
export interface OpenedHistory extends HistoryPage {
  readonly head: ChainHead;
}

/** Maximum entries scanned for one page, however few match: a rare one is found in several steps. */
const maxScanned = 4000;
const batchSize = 500;

/**
 * What happened in the actor's tenant, newest first; for administrators, since it tells who did what. Reads only as
 * much of the history as it takes to fill the page.
 * @throws DomainError('administrators-only', 'invalid-action' if no page gave `after`, or 'store-unavailable')
 */
export async function listHistory(
  { store, roles }: Ports,
  actor: Actor,
  query: HistoryQuery,
): Promise<OpenedHistory> {
  await requireAdministrator(roles, actor);
  const page = await readPage(store, actor, query);
  const { count, hash } = await store.head(actor.tenant, 'audit');
  return { ...page, head: { count, hash } };
}

async function readPage(
  store: Store,
  actor: Actor,
  { filter, limit, after }: HistoryQuery,
): Promise<HistoryPage> {
  const size = isEmpty(filter) ? limit : batchSize;
  const read = (from: string | undefined, count: number) =>
    store.entries(actor.tenant, 'audit', {
      limit: count,
      order: 'descending',
      ...(from !== undefined && { after: from }),
    });
  const items: ListedEntry[] = [];
  let from = after;
  let lookedBackTo: Instant | undefined;
  let olderInARow = 0;
  for (let scanned = 0; scanned < maxScanned; scanned += size) {
    const page = await read(from, size);
    for (const [index, entry] of page.items.entries()) {
      // Entries are in the order they were appended: a single old one may have been written while the clock was wrong.
      if (filter.since !== undefined && entry.at < filter.since) {
        olderInARow += 1;
        if (olderInARow === batchSize) return { items };
        continue;
      }
      olderInARow = 0;
      lookedBackTo = entry.at;
      if (await matchesHistoryFilter(store, actor.tenant, entry, filter)) {
        items.push({ entry, partners: await partnersInHistory(store, actor.tenant, entry.event) });
      }
      if (items.length < limit) continue;
      // The store's page may extend beyond this one: read again for the exact position.
      const { next } = index + 1 === page.items.length ? page : await read(from, index + 1);
      return { items, ...(next !== undefined && { next }) };
    }
    from = page.next;
    if (from === undefined) return { items };
  }
  return { items, ...(from !== undefined && { next: from }), ...(lookedBackTo && { lookedBackTo }) };
}

function isEmpty({ partner = '', person = '', kind, since }: HistoryFilter): boolean {
  return partner === '' && person === '' && kind === undefined && since === undefined;
}
