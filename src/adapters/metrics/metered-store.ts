import type { DecisionOutcome, Meter } from '../../application/ports/meter.ts';
import type { Change, Store } from '../../application/ports/store.ts';
import type { AuditEvent } from '../../domain/history/audit-entry.ts';
import { decisionEvents } from '../../domain/invitations/invitation-status.ts';

/** The audit events that count as decisions. */
const outcomes: Readonly<Partial<Record<AuditEvent['kind'], DecisionOutcome>>> = {
  ...decisionEvents,
  delegatedAdminRemoved: 'removed',
  decisionRefused: 'refused',
  partnerChangeRefused: 'refused',
};

/** Wraps `store` to record each committed decision once; commits that lose a conflict are not counted. */
export function meteredStore<Wrapped extends Store>(store: Wrapped, meter: Meter): Wrapped {
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
