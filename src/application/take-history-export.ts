import type { Actor } from '../domain/actor.ts';
import { DomainError } from '../domain/domain-error.ts';
import { isOffered, type HistoryExport } from '../domain/history/history-export.ts';
import { acceptPartners, hasOneOf } from '../domain/invitations/decision-rights.ts';
import { namedPerson } from '../domain/named-person.ts';
import { auditChange } from './audit-change.ts';
import type { Roles } from './ports/authority.ts';
import type { Clock } from './ports/clock.ts';
import type { Store } from './ports/store.ts';
import { retryOnConflict } from './runtime/retry-on-conflict.ts';

interface Ports {
  readonly store: Store;
  readonly roles: Roles;
  readonly clock: Clock;
}

/**
 * Takes up the file that this very person was offered, once, and records it before anything is handed over.
 * @throws DomainError('administrators-only', 'export-not-found' or 'store-unavailable')
 */
export async function acceptHistoryExport(
  { store, roles, clock }: Ports,
  actor: Actor,
  id: string,
): Promise<HistoryExport> {
  if (!hasOneOf(await roles.rolesOf(actor), acceptPartners))
    throw new DomainError('administrators-only', { roles: acceptPartners });
  return retryOnConflict(async () => {
    const now = clock.now();
    const offer = await offerOf(store, actor, id);
    if (offer === undefined || !isOffered(offer.value, now)) throw new DomainError('export-not-found', {});
    const { format, entries } = offer.value;
    await store.commit(actor.tenant, [
      { type: 'delete', kind: 'historyExport', id: offer.id, expected: offer.version },
      auditChange(now, namedPerson(actor), { kind: 'historyExported', format, entries }),
    ]);
    return offer.value;
  });
}

/** Lets go of the file that this person was offered; harmless where there is none any more. @throws DomainError('store-unavailable') */
export async function declineHistoryExport(
  { store }: Pick<Ports, 'store'>,
  actor: Actor,
  id: string,
): Promise<void> {
  await retryOnConflict(async () => {
    const offer = await offerOf(store, actor, id);
    if (offer === undefined) return;
    await store.commit(actor.tenant, [
      { type: 'delete', kind: 'historyExport', id: offer.id, expected: offer.version },
    ]);
  });
}

/** Kept under the person, so that nobody takes up what somebody else was offered. */
async function offerOf(store: Store, { tenant, person }: Actor, id: string) {
  const known = await store.get(tenant, 'historyExport', person);
  return known?.value.id === id ? known : undefined;
}
