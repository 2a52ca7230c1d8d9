import type { AuditEntry } from '../domain/history/audit-entry.ts';
import type { Change } from './ports/store.ts';

/** The change that adds one entry to the tenant's history. */
export function auditChange(at: AuditEntry['at'], by: AuditEntry['by'], event: AuditEntry['event']): Change {
  return { type: 'append', kind: 'audit', value: { at, by, event } };
}
