import { stringify } from 'csv-stringify/sync';
import type { AuditEntry } from '../../domain/history/audit-entry.ts';
import { auditRow, effectOf } from '../../domain/history/audit-row.ts';
import type { ExportFormat } from '../../domain/history/export-format.ts';
import type { HistoryExport } from '../../domain/history/history-export.ts';
import type { TenantId } from '../../domain/identifiers.ts';
import type { Store } from '../ports/store.ts';
import { matchesHistoryFilter } from './matches-history-filter.ts';

/** An entry as a file holds it. JSON Lines include any further fields. */
export interface FiledEntry {
  readonly tenant: TenantId;
  readonly entry: AuditEntry;
}

/**
 * Excel reads CSV as UTF-8 only after a BOM, and a cell that begins like a formula as text only after an apostrophe.
 */
const forExcel = { record_delimiter: '\r\n', escape_formulas: true } as const;
const columns = [
  'when',
  'who',
  'id',
  'what',
  'partner',
  'reference',
  'before',
  'after',
  'effect',
  'reason',
  'tenant',
];

/** The beginning of a file, before its first entry. */
export function fileStart(format: ExportFormat): string {
  return format === 'csv' ? stringify([], { ...forExcel, header: true, bom: true, columns }) : '';
}

/** Entries as the lines of a file. */
export function fileLines(format: ExportFormat, entries: readonly FiledEntry[]): string {
  if (format === 'jsonl') return entries.map((filed) => `${JSON.stringify(withEffect(filed))}\n`).join('');
  const rows = entries.map(({ entry, tenant }) => ({ ...auditRow(entry), tenant }));
  return stringify(rows, { ...forExcel, columns });
}

/** With the effect beside the entry: what was recorded stays as the chain of hashes has it. */
function withEffect(filed: FiledEntry): object {
  const effect = effectOf(filed.entry.event);
  return effect === undefined ? filed : { ...filed, effect };
}

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
  store: Store,
  tenant: TenantId,
  { format, filter, upTo }: Pick<HistoryExport, 'format' | 'filter' | 'upTo'>,
): AsyncGenerator<FilePart> {
  const encoder = new TextEncoder();
  yield { bytes: encoder.encode(fileStart(format)), entries: 0 };
  let after: string | undefined;
  for (let read = 0; read < upTo;) {
    const limit = Math.min(batchSize, upTo - read);
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
