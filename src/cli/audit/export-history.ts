import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { entrySchemas } from '../../adapters/store/record-schemas.ts';
import { readStoredHistory } from '../../adapters/store/stored-history.ts';
import type { TenantFolder } from '../../adapters/store/tenant-folders.ts';
import type { ChainLink } from '../../domain/audit-chain.ts';
import type { AuditEntry } from '../../domain/audit-entry.ts';
import { auditRow } from '../../domain/audit-row.ts';
import type { TenantId } from '../../domain/identifiers.ts';
import type { ExportFormat } from './arguments.ts';
import { forChosenTenants, type AuditRequest } from './chosen-tenants.ts';

export interface ExportRequest extends AuditRequest {
  readonly format: ExportFormat;
}

interface ExportedEntry {
  readonly tenant: TenantId;
  readonly link: ChainLink;
  readonly entry: AuditEntry;
}

/** How Excel takes CSV: as UTF-8 where it begins with a BOM, and a cell that begins like a formula as text after an apostrophe. */
const forExcel = { header: true, bom: true, record_delimiter: '\r\n', escape_formulas: true } as const;
const columns = ['when', 'who', 'id', 'what', 'partner', 'reference', 'before', 'after', 'reason', 'tenant'];

/** Writes every entry to the output, oldest first, as fast as that takes them. @returns the exit code */
export function exportHistory(request: ExportRequest): Promise<0 | 1> {
  const { format, output, errors } = request;
  return forChosenTenants(request, async (tenants) => {
    let left = 0;
    const skip = (place: string) => {
      left += 1;
      errors.write(`${place}: left out, as it is no entry of this desk\n`);
    };
    const entries = Readable.from(exportedEntries(tenants, skip));
    const open = { end: false };
    if (format === 'jsonl') await pipeline(entries, asJsonLines, output, open);
    else await pipeline(entries, asRows, stringify({ ...forExcel, columns }), output, open);
    return left === 0 ? 0 : 1;
  });
}

async function* exportedEntries(
  tenants: readonly TenantFolder[],
  skip: (place: string) => void,
): AsyncGenerator<ExportedEntry> {
  for (const { tenant, folder } of tenants) {
    for await (const found of readStoredHistory(folder)) {
      if (found.kind === 'head') continue;
      const { file, line } = found.place;
      const read = found.kind === 'entry' ? entrySchemas.audit.safeParse(found.stored.value) : undefined;
      if (found.kind !== 'entry' || read?.data === undefined) skip(`${file}:${line}`);
      else yield { tenant, link: found.stored.link, entry: read.data };
    }
  }
}

async function* asRows(entries: AsyncIterable<ExportedEntry>) {
  for await (const { tenant, entry } of entries) yield { ...auditRow(entry), tenant };
}

async function* asJsonLines(entries: AsyncIterable<ExportedEntry>) {
  for await (const exported of entries) yield `${JSON.stringify(exported)}\n`;
}
