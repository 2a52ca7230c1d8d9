import type { Actor } from '../domain/actor.ts';
import { DomainError } from '../domain/domain-error.ts';
import type { HistoryExport } from '../domain/history/history-export.ts';
import { namedPerson } from '../domain/named-person.ts';
import { auditChange } from './audit-change.ts';
import type { Clock } from './ports/clock.ts';
import { UploadError, type FileUpload } from './ports/file-upload.ts';
import type { Store } from './ports/store.ts';
import { readHistoryFile } from './read-history-file.ts';

interface Ports {
  readonly store: Store;
  readonly clock: Clock;
  readonly upload: FileUpload;
}

/**
 * Uploads the file of an export that was taken up. That it did not arrive is recorded, too.
 * @param address where the channel said that the file goes; accepted by whoever calls this
 * @throws DomainError('upload-failed' or 'store-unavailable')
 */
export async function handOverHistoryExport(
  { store, clock, upload }: Ports,
  actor: Actor,
  { taken, address }: { readonly taken: HistoryExport; readonly address: string },
  signal: AbortSignal,
): Promise<void> {
  const { tenant } = actor;
  const { format, entries, bytes } = taken;
  try {
    await upload.send({ address, bytes, content: contentOf(store, actor, taken) }, signal);
  } catch (error) {
    const failed = { kind: 'historyExportFailed', format, entries } as const;
    await store.commit(tenant, [auditChange(clock.now(), namedPerson(actor), failed)]);
    throw error instanceof UploadError ? new DomainError('upload-failed', {}, { cause: error }) : error;
  }
}

async function* contentOf(store: Store, { tenant }: Actor, taken: HistoryExport): AsyncGenerator<Uint8Array> {
  for await (const { bytes } of readHistoryFile(store, tenant, taken)) yield bytes;
}
