import type { Actor } from '../../domain/actor.ts';
import type { RefusalEvent, AuditEntry } from '../../domain/history/audit-entry.ts';
import { withRefusal } from '../../domain/history/recent-refusals.ts';
import type { Instant } from '../../domain/instant.ts';
import { namedPerson } from '../../domain/named-person.ts';
import { upsert } from '../ports/changes.ts';
import type { Change, Store } from '../ports/store.ts';

/**
 * The changes that record a refusal in the actor's own tenant; none if the same was recorded recently, so that pressing
 * again and again does not make history grow.
 * @throws DomainError('store-unavailable')
 */
export async function refusalChanges(
  store: Store,
  actor: Actor,
  at: Instant,
  event: RefusalEvent,
): Promise<readonly Change[]> {
  const { tenant, person: id } = actor;
  const known = await store.get(tenant, 'recentRefusals', id);
  const key = `${event.wanted} ${idOf(event)} ${event.why}`;
  const value = withRefusal(known?.value, { key, isAboutSomething: event.kind !== 'unknownRefused' }, at);
  if (value === undefined) return [];
  return [upsert('recentRefusals', id, value, known), auditChange(at, namedPerson(actor), event)];
}

function idOf(event: RefusalEvent): string {
  if (event.kind === 'unknownRefused') return event.id;
  if (event.kind === 'reviewRefused') return event.review;
  if (event.kind === 'subscriptionRefused') return event.chat;
  return event.kind === 'decisionRefused' ? event.invitation : event.partner;
}

/** The change that adds one entry to the tenant's history. */
export function auditChange(at: AuditEntry['at'], by: AuditEntry['by'], event: AuditEntry['event']): Change {
  return { type: 'append', kind: 'audit', value: { at, by, event } };
}
