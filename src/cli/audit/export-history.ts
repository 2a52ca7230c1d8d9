import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { readStoredHistory } from '../../adapters/store/read-stored-history.ts';
import { readStoredRecords } from '../../adapters/store/read-stored-records.ts';
import { entrySchemas } from '../../adapters/store/schemas/record-schemas.ts';
import type { TenantFolder } from '../../adapters/store/tenant-folders.ts';
import {
  layoutOf,
  type FiledEntry,
  type FileLayout,
  type NamedEntry,
} from '../../application/history/file-layout.ts';
import { partnerNames, type PartnerNames } from '../../application/history/partner-names.ts';
import type { ChainLink } from '../../domain/history/audit-chain.ts';
import type { ExportFormat } from '../../domain/history/export-format.ts';
import type { TimeZone } from '../../domain/time-zone.ts';
import { forChosenTenants, type AuditRequest } from './chosen-tenants.ts';
import { listedNames } from './listed-names.ts';

export interface ExportRequest extends AuditRequest {
  readonly format: ExportFormat;
  /** Of the times for Excel; UTC if absent. */
  readonly timeZone?: TimeZone | undefined;
}

interface ExportedEntry extends FiledEntry {
  readonly link: ChainLink;
}

/** Entries are formatted in batches: one by one would take twice as long. */
const batchSize = 500;

/** Writes every entry to the output, oldest first, with backpressure. @returns the exit code */
export function exportHistory(request: ExportRequest): Promise<0 | 1> {
  const { format, timeZone, dataDirectory, output, errors } = request;
  return forChosenTenants(request, async (tenants) => {
    let skipped = 0;
    const skip = (place: string) => {
      skipped += 1;
      errors.write(`${place}: skipped, not an entry of this desk\n`);
    };
    const layout = layoutOf(format, timeZone);
    const listedName = listedNames(dataDirectory);
    async function* lines(): AsyncGenerator<string> {
      yield layout.start;
      for (const { tenant, folder } of tenants) {
        const store = layout.showsNames ? await readStoredRecords(folder) : undefined;
        const names = store && partnerNames({ store, listedName }, tenant);
        yield* linesOf(layout, exportedEntries({ tenant, folder }, skip), names);
      }
    }
    await pipeline(Readable.from(lines()), output, { end: false });
    return skipped === 0 ? 0 : 1;
  });
}

async function* exportedEntries(
  { tenant, folder }: TenantFolder,
  skip: (place: string) => void,
): AsyncGenerator<ExportedEntry> {
  for await (const found of readStoredHistory(folder)) {
    if (found.kind === 'head') continue;
    const { file, line } = found.place;
    const read = found.kind === 'entry' ? entrySchemas.audit.safeParse(found.stored.value) : undefined;
    if (found.kind !== 'entry' || read?.data === undefined) skip(`${file}:${line}`);
    else yield { tenant, link: found.stored.link, entry: read.data };
  }
}

async function* linesOf(
  layout: FileLayout,
  exported: AsyncIterable<ExportedEntry>,
  names: PartnerNames | undefined,
): AsyncGenerator<string> {
  const named = (entries: readonly ExportedEntry[]): Promise<readonly NamedEntry[]> =>
    Promise.all(entries.map(async (filed) => ({ filed, names: (await names?.(filed.entry.event)) ?? [] })));
  let entries: ExportedEntry[] = [];
  for await (const entry of exported) {
    entries.push(entry);
    if (entries.length < batchSize) continue;
    yield layout.lines(await named(entries));
    entries = [];
  }
  yield layout.lines(await named(entries));
}
