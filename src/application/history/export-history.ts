import type { Actor } from '../../domain/actor.ts';
import { DomainError } from '../../domain/domain-error.ts';
import type { ExportFormat } from '../../domain/history/export-format.ts';
import type { HistoryExport, HistoryFilter } from '../../domain/history/history-export.ts';
import { acceptPartners, hasOneOf } from '../../domain/invitations/decision-rights.ts';
import type { Roles } from '../ports/authority.ts';
import type { Clock, NewId } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { readHistoryFile } from '../read-history-file.ts';
import { retryOnConflict } from '../runtime/retry-on-conflict.ts';

interface Ports {
  readonly store: Store;
  readonly roles: Roles;
  readonly clock: Clock;
  readonly newId: NewId;
}

/**
 * Keeps that a person may have a file of what the history holds at this moment, and how long it is; their offer before is
 * void. Takes as long as it takes to read the history once, or until
 * `signal` aborts, which is thrown.
 * @throws DomainError('administrators-only', 'nothing-to-export' or 'store-unavailable')
 */
export async function offerHistoryExport(
  { store, roles, clock, newId }: Ports,
  actor: Actor,
  { format, filter }: { readonly format: ExportFormat; readonly filter: HistoryFilter },
  signal: AbortSignal,
): Promise<HistoryExport> {
  const { tenant, person } = actor;
  if (!hasOneOf(await roles.rolesOf(actor), acceptPartners))
    throw new DomainError('administrators-only', { roles: acceptPartners });
  const { count: upTo } = await store.head(tenant, 'audit');
  const what = { format, filter, upTo };
  let bytes = 0;
  let entries = 0;
  for await (const part of readHistoryFile(store, tenant, what)) {
    signal.throwIfAborted();
    bytes += part.bytes.length;
    entries += part.entries;
  }
  if (entries === 0) throw new DomainError('nothing-to-export', {});
  const offer: HistoryExport = { id: newId(), ...what, entries, bytes, offeredAt: clock.now() };
  await retryOnConflict(async () => {
    const known = await store.get(tenant, 'historyExport', person);
    const expected = known?.version ?? 'absent';
    await store.commit(tenant, [{ type: 'put', kind: 'historyExport', id: person, value: offer, expected }]);
  });
  return offer;
}
