import { stringify } from 'csv-stringify/sync';
import type { AuditEntry } from '../../domain/history/audit-entry.ts';
import { auditRow } from '../../domain/history/audit-row.ts';
import type { ExportFormat } from '../../domain/history/export-format.ts';
import type { TenantId } from '../../domain/identifiers.ts';

/** An entry as a file holds it. JSON Lines hold whatever else is known of it, too. */
export interface FiledEntry {
  readonly tenant: TenantId;
  readonly entry: AuditEntry;
}

/** How Excel takes CSV: as UTF-8 where it begins with a BOM, and a cell that begins like a formula as text after an apostrophe. */
const forExcel = { record_delimiter: '\r\n', escape_formulas: true } as const;
const columns = ['when', 'who', 'id', 'what', 'partner', 'reference', 'before', 'after', 'reason', 'tenant'];

/** What a file begins with, before its first entry. */
export function fileStart(format: ExportFormat): string {
  return format === 'csv' ? stringify([], { ...forExcel, header: true, bom: true, columns }) : '';
}

/** Entries as the lines of a file. */
export function fileLines(format: ExportFormat, entries: readonly FiledEntry[]): string {
  if (format === 'jsonl') return entries.map((filed) => `${JSON.stringify(filed)}\n`).join('');
  const rows = entries.map(({ entry, tenant }) => ({ ...auditRow(entry), tenant }));
  return stringify(rows, { ...forExcel, columns });
}
