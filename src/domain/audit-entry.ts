import type { PersonId } from './identifiers.ts';
import type { Instant } from './instant.ts';

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
    };

/** One line of a tenant's history; written together with what it records, never changed. */
export interface AuditEntry {
  readonly at: Instant;
  /** Who did it; `desk` for what the desk does by itself. */
  readonly by: { readonly person: PersonId; readonly name: string } | 'desk';
  readonly event: AuditEvent;
}
