import type { HistoryEvent } from '../history-event.ts';
import type { Instant } from '../instant.ts';
import type { NamedPerson } from '../named-person.ts';
import type { UnknownRefused } from '../refusal-event.ts';
import type { InvitationEvent } from './invitation-event.ts';
import type { PartnerEvent } from './partner-event.ts';
import type { ReviewEvent } from './review-event.ts';

/** What happened, for the record. Each kind names what it is about by ids, so that the entry stays true when names change. */
export type AuditEvent =
  | {
      readonly kind: 'contactRequested';
      readonly request: string;
      readonly reference: string;
      readonly providers: readonly string[];
    }
  | {
      readonly kind: 'contactGivenUp';
      readonly request: string;
      readonly reference: string;
      readonly recipients: readonly string[];
    }
  | InvitationEvent
  | PartnerEvent
  | UnknownRefused
  | ReviewEvent
  | HistoryEvent;

/** One line of a tenant's history; written together with what it records, never changed. */
export interface AuditEntry {
  readonly at: Instant;
  /** Who did it; `desk` for what the desk does by itself, `intake` for what was posted to it. */
  readonly by: NamedPerson | 'desk' | 'intake';
  readonly event: AuditEvent;
}
