import type { DecisionOutcome, Meter } from '../../application/ports/meter.ts';
import type { Change, Store } from '../../application/ports/store.ts';
import type { AuditEvent } from '../../domain/history/audit-entry.ts';

/** The events of a history that are decisions. */
const outcomes: Readonly<Partial<Record<AuditEvent['kind'], DecisionOutcome>>> = {
  invitationAuthorized: 'authorized',
  invitationCancelled: 'cancelled',
  invitationWithdrawn: 'withdrawn',
  invitationLapsed: 'lapsed',
  delegatedAdminRemoved: 'removed',
  decisionRefused: 'refused',
  partnerChangeRefused: 'refused',
};

/** A store that counts the decisions it keeps: once each, and none that lost to another. */
export function meteredStore<Kept extends Store>(store: Kept, meter: Meter): Kept {
  return {
    ...store,
    async commit(tenant, changes) {
      await store.commit(tenant, changes);
      for (const outcome of changes.flatMap(decisionIn)) meter.record({ kind: 'decision', outcome });
    },
  };
}

function decisionIn(change: Change): DecisionOutcome[] {
  if (change.type !== 'append') return [];
  const outcome = outcomes[change.value.event.kind];
  return outcome === undefined ? [] : [outcome];
}
