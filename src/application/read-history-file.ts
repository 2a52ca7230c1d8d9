import type { HistoryExport } from '../domain/history/history-export.ts';
import type { TenantId } from '../domain/identifiers.ts';
import { fileLines, fileStart, type FiledEntry } from './history/export-file.ts';
import { matchesHistoryFilter } from './history/matches-history-filter.ts';
import type { Store } from './ports/store.ts';

/** Part of a file, with how many entries it holds. */
export interface FilePart {
  readonly bytes: Uint8Array;
  readonly entries: number;
}

/** Read at once: while these are worked on, everybody else waits for some milliseconds. */
const entriesAtOnce = 250;

/**
 * The file of an export part by part, oldest entry first; the same however much was recorded since. Holds one part in memory.
 * @throws DomainError('store-unavailable')
 */
export async function* readHistoryFile(
  store: Store,
  tenant: TenantId,
  { format, filter, upTo }: Pick<HistoryExport, 'format' | 'filter' | 'upTo'>,
): AsyncGenerator<FilePart> {
  const encoder = new TextEncoder();
  yield { bytes: encoder.encode(fileStart(format)), entries: 0 };
  let after: string | undefined;
  for (let read = 0; read < upTo;) {
    const limit = Math.min(entriesAtOnce, upTo - read);
    const page = await store.entries(tenant, 'audit', { limit, ...(after !== undefined && { after }) });
    const filed: (FiledEntry & { readonly number: number })[] = [];
    for (const [index, entry] of page.items.entries()) {
      const number = read + index + 1;
      if (await matchesHistoryFilter(store, tenant, entry, filter)) filed.push({ tenant, number, entry });
    }
    if (filed.length > 0) yield { bytes: encoder.encode(fileLines(format, filed)), entries: filed.length };
    read += page.items.length;
    after = page.next;
    if (after === undefined) return;
  }
}
