import type { HistoryExport } from '../../domain/history/history-export.ts';
import type { TenantId } from '../../domain/identifiers.ts';
import type { Store } from '../ports/store.ts';
import { layoutOf, type FiledEntry, type NamedEntry } from './file-layout.ts';
import { matchesHistoryFilter } from './matches-history-filter.ts';
import type { PartnerNames } from './partner-names.ts';

/** Part of a file, with the number of entries in it. */
export interface FilePart {
  readonly bytes: Uint8Array;
  readonly entries: number;
}

/** Entries per read. Processing a batch blocks the process for some milliseconds. */
const batchSize = 250;

/**
 * The file of an export, part by part, oldest entry first; unaffected by later entries. Holds one part in memory.
 * @throws DomainError('store-unavailable')
 */
export async function* readHistoryFile(
  { store, names }: { readonly store: Store; readonly names: PartnerNames },
  tenant: TenantId,
  { format, filter, upTo, timeZone }: Pick<HistoryExport, 'format' | 'filter' | 'upTo' | 'timeZone'>,
): AsyncGenerator<FilePart> {
  const encoder = new TextEncoder();
  const layout = layoutOf(format, timeZone);
  yield { bytes: encoder.encode(layout.start), entries: 0 };
  let after: string | undefined;
  for (let read = 0; read < upTo;) {
    const limit = Math.min(batchSize, upTo - read);
    const page = await store.entries(tenant, 'audit', { limit, ...(after !== undefined && { after }) });
    const named: NamedEntry[] = [];
    for (const [index, entry] of page.items.entries()) {
      if (!(await matchesHistoryFilter(store, tenant, entry, filter))) continue;
      const filed: FiledEntry & { readonly number: number } = { tenant, number: read + index + 1, entry };
      named.push({ filed, names: layout.showsNames ? await names(entry.event) : [] });
    }
    if (named.length > 0) yield { bytes: encoder.encode(layout.lines(named)), entries: named.length };
    read += page.items.length;
    after = page.next;
    if (after === undefined) return;
  }
}
