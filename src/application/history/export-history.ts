import type { Actor } from '../../domain/actor.ts';
import { DomainError } from '../../domain/domain-error.ts';
import type { ExportFormat } from '../../domain/history/export-format.ts';
import { type HistoryExport, type HistoryFilter, isOffered } from '../../domain/history/history-export.ts';
import type { TenantId } from '../../domain/identifiers.ts';
import { namedPerson } from '../../domain/named-person.ts';
import type { TimeZone } from '../../domain/time-zone.ts';
import type { Roles } from '../ports/authority.ts';
import { remove, upsert } from '../ports/changes.ts';
import type { Clock, NewId } from '../ports/clock.ts';
import { UploadError, type FileUpload } from '../ports/file-upload.ts';
import type { ProviderDirectory } from '../ports/provider-directory.ts';
import type { Store } from '../ports/store.ts';
import { retryOnConflict } from '../runtime/retry-on-conflict.ts';
import { auditChange } from './audit-changes.ts';
import { readHistoryFile, type FilePart } from './export-file.ts';
import { listedIn, partnerNames } from './partner-names.ts';
import { requireAdministrator } from './require-administrator.ts';

interface Ports {
  readonly store: Store;
  /** Names partners that nothing else names. */
  readonly directory: Pick<ProviderDirectory, 'find'>;
  readonly roles: Roles;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly upload: FileUpload;
}

/**
 * Starts an export of the history; for administrators.
 * @returns a function that reads the history once, stores the offer of a file to this person and returns it; their
 * earlier offer is void then. It throws when its signal aborts, and DomainError('nothing-to-export' or
 * 'store-unavailable')
 * @throws DomainError('administrators-only')
 */
export async function beginHistoryExport(
  { roles, ...ports }: Omit<Ports, 'upload'>,
  actor: Actor,
  wanted: Wanted,
): Promise<(signal: AbortSignal) => Promise<HistoryExport>> {
  await requireAdministrator(roles, actor);
  return (signal) => offerHistoryExport(ports, actor, wanted, signal);
}

interface Wanted {
  readonly format: ExportFormat;
  readonly filter: HistoryFilter;
  /** Of the times for Excel; UTC if undefined. */
  readonly timeZone?: TimeZone | undefined;
}

async function offerHistoryExport(
  { store, directory, clock, newId }: Pick<Ports, 'store' | 'directory' | 'clock' | 'newId'>,
  { tenant, person }: Actor,
  { format, filter, timeZone }: Wanted,
  signal: AbortSignal,
): Promise<HistoryExport> {
  const { count: upTo } = await store.head(tenant, 'audit');
  const what = { format, filter, upTo, ...(timeZone !== undefined && { timeZone }) };
  let bytes = 0;
  let entries = 0;
  for await (const part of fileOf({ store, directory }, tenant, what)()) {
    signal.throwIfAborted();
    bytes += part.bytes.length;
    entries += part.entries;
  }
  if (entries === 0) throw new DomainError('nothing-to-export', {});
  const offer: HistoryExport = { id: newId(), ...what, entries, bytes, offeredAt: clock.now() };
  await retryOnConflict(async () => {
    const known = await store.get(tenant, 'historyExport', person);
    await store.commit(tenant, [upsert('historyExport', person, offer, known)]);
  });
  return offer;
}

/**
 * Accepts the file that this person was offered, once, and records that before anything is handed over.
 * @throws DomainError('administrators-only', 'export-not-found' or 'store-unavailable')
 */
export async function acceptHistoryExport(
  { store, roles, clock }: Pick<Ports, 'store' | 'roles' | 'clock'>,
  actor: Actor,
  id: string,
): Promise<HistoryExport> {
  await requireAdministrator(roles, actor);
  return retryOnConflict(async () => {
    const now = clock.now();
    const offer = await offerOf(store, actor, id);
    if (offer === undefined || !isOffered(offer.value, now)) throw new DomainError('export-not-found', {});
    const { format, entries } = offer.value;
    await store.commit(actor.tenant, [
      remove('historyExport', offer),
      auditChange(now, namedPerson(actor), { kind: 'historyExported', format, entries }),
    ]);
    return offer.value;
  });
}

/**
 * Discards the file that this person was offered; a no-op if there is none.
 * @throws DomainError('store-unavailable')
 */
export async function declineHistoryExport(
  { store }: Pick<Ports, 'store'>,
  actor: Actor,
  id: string,
): Promise<void> {
  await retryOnConflict(async () => {
    const offer = await offerOf(store, actor, id);
    if (offer === undefined) return;
    await store.commit(actor.tenant, [remove('historyExport', offer)]);
  });
}

/** Stored under the person, so that nobody can accept another person's offer. */
async function offerOf(store: Store, { tenant, person }: Actor, id: string) {
  const known = await store.get(tenant, 'historyExport', person);
  return known?.value.id === id ? known : undefined;
}

/**
 * Uploads the file of an accepted export, and records a failure.
 * @param address where the channel wants the file; the caller has validated it
 * @throws DomainError('upload-failed' or 'store-unavailable')
 */
export async function handOverHistoryExport(
  { store, directory, clock, upload }: Pick<Ports, 'store' | 'directory' | 'clock' | 'upload'>,
  actor: Actor,
  { taken, address }: { readonly taken: HistoryExport; readonly address: string },
  signal: AbortSignal,
): Promise<void> {
  const { tenant } = actor;
  const { format, entries } = taken;
  try {
    const file = fileOf({ store, directory }, tenant, taken);
    let bytes = 0;
    // Names may have changed since the offer, and the upload has to know the exact size.
    for await (const part of file()) {
      signal.throwIfAborted();
      bytes += part.bytes.length;
    }
    await upload.send({ address, bytes, content: bytesOf(file()) }, signal);
  } catch (error) {
    const failed = { kind: 'historyExportFailed', format, entries } as const;
    await store.commit(tenant, [auditChange(clock.now(), namedPerson(actor), failed)]);
    throw error instanceof UploadError ? new DomainError('upload-failed', {}, { cause: error }) : error;
  }
}

/** The same file at each call, as names are looked up once. */
function fileOf(
  { store, directory }: Pick<Ports, 'store' | 'directory'>,
  tenant: TenantId,
  what: Parameters<typeof readHistoryFile>[2],
): () => AsyncGenerator<FilePart> {
  const names = partnerNames({ store, listedName: listedIn(directory) }, tenant);
  return () => readHistoryFile({ store, names }, tenant, what);
}

async function* bytesOf(file: AsyncIterable<FilePart>): AsyncGenerator<Uint8Array> {
  for await (const { bytes } of file) yield bytes;
}
