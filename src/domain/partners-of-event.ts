import type { AuditEvent } from './audit-entry.ts';
import { providerId, type ProviderId } from './identifiers.ts';

/** Whom an event is about. */
export function partnersOfEvent(event: AuditEvent): readonly ProviderId[] {
  if ('partner' in event) return [event.partner];
  if (event.kind === 'unknownRefused') return [];
  const ids = event.kind === 'contactRequested' ? event.providers : event.recipients;
  // The copy that the person who asked is sent has no provider.
  return ids.filter((id) => id !== 'requester').map(providerId);
}
