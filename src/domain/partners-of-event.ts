import type { AuditEvent } from './history/audit-entry.ts';
import { providerId, type ProviderId } from './identifiers.ts';

/** Whom an event is about. */
export function partnersOfEvent(event: AuditEvent): readonly ProviderId[] {
  if ('partner' in event) return [event.partner];
  const ids = contacted(event);
  // The copy that the person who asked is sent has no provider.
  return ids.filter((id) => id !== 'requester').map(providerId);
}

function contacted(event: AuditEvent): readonly string[] {
  if ('providers' in event) return event.providers;
  return 'recipients' in event ? event.recipients : [];
}
