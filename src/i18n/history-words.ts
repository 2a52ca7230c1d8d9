import type { AuditEvent } from '../domain/history/audit-entry.ts';

/** Values for the sentences about events; each uses what it needs. */
export interface EventAbout {
  /** The names of the partners concerned. */
  readonly partner: string;
  /** The partner's function, or the one it was invited for. */
  readonly asA: string;
  /** Of a contact request; or an unknown id, or that of a chat. */
  readonly reference: string;
}

/** Each kind of event as a list option (`kind`), and as a sentence (`what`). */
export type HistoryWords = Readonly<
  Record<AuditEvent['kind'], { readonly kind: string; readonly what: (about: EventAbout) => string }>
>;
