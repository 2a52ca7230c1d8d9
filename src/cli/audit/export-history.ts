import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { readStoredHistory } from '../../adapters/store/read-stored-history.ts';
import { entrySchemas } from '../../adapters/store/schemas/record-schemas.ts';
import type { TenantFolder } from '../../adapters/store/tenant-folders.ts';
import { fileLines, fileStart, type FiledEntry } from '../../application/history/export-file.ts';
import type { ChainLink } from '../../domain/history/audit-chain.ts';
import type { ExportFormat } from '../../domain/history/export-format.ts';
import { forChosenTenants, type AuditRequest } from './chosen-tenants.ts';

export interface ExportRequest extends AuditRequest {
  readonly format: ExportFormat;
}

interface ExportedEntry extends FiledEntry {
  readonly link: ChainLink;
}

/** Entries are formatted in batches: one by one would take twice as long. */
const batchSize = 500;

/** Writes every entry to the output, oldest first, with backpressure. @returns the exit code */
export function exportHistory(request: ExportRequest): Promise<0 | 1> {
  const { format, output, errors } = request;
  return forChosenTenants(request, async (tenants) => {
    let skipped = 0;
    const skip = (place: string) => {
      skipped += 1;
      errors.write(`${place}: skipped, not an entry of this desk\n`);
    };
    const lines = linesOf(format, exportedEntries(tenants, skip));
    await pipeline(Readable.from(lines), output, { end: false });
    return skipped === 0 ? 0 : 1;
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

async function* linesOf(
  format: ExportFormat,
  exported: AsyncIterable<ExportedEntry>,
): AsyncGenerator<string> {
  yield fileStart(format);
  let entries: ExportedEntry[] = [];
  for await (const entry of exported) {
    entries.push(entry);
    if (entries.length < batchSize) continue;
    yield fileLines(format, entries);
    entries = [];
  }
  yield fileLines(format, entries);
}
