import type { AuditEvent } from '../domain/history/audit-entry.ts';

/** What the sentences about events name; each takes what it needs. */
export interface EventAbout {
  /** The names of whom it is about. */
  readonly partner: string;
  /** What the partner is, or wants to be. */
  readonly asA: string;
  /** Of a contact request, or an id that nothing is known under. */
  readonly reference: string;
}

/** Each kind of event as it is chosen from a list, and as one event is told. */
export type HistoryWords = Readonly<
  Record<AuditEvent['kind'], { readonly kind: string; readonly what: (about: EventAbout) => string }>
>;
