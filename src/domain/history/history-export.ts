import { day, later, type Instant } from '../instant.ts';
import type { TimeZone } from '../time-zone.ts';
import type { AuditEvent } from './audit-entry.ts';
import type { ExportFormat } from './export-format.ts';

/** Selects entries; criteria that are absent or empty are ignored. */
export interface HistoryFilter {
  /** Part of the partner's name, domain or id. */
  readonly partner?: string | undefined;
  /** Part of the actor's name, or the whole id; `desk` and `intake` are actors too. */
  readonly person?: string | undefined;
  readonly kind?: AuditEvent['kind'] | undefined;
  /** Inclusive lower bound. */
  readonly since?: Instant | undefined;
}

/** An export of a tenant's history that a person was offered, with all it takes to generate the same file again. */
export interface HistoryExport {
  /** Carried by the card that offers the file. */
  readonly id: string;
  readonly format: ExportFormat;
  readonly filter: HistoryFilter;
  /** Of the times for Excel; absent for UTC. */
  readonly timeZone?: TimeZone;
  /** Only the tenant's first so many entries are considered. */
  readonly upTo: number;
  /** Number of entries in the file. */
  readonly entries: number;
  /** Size of the file. */
  readonly bytes: number;
  readonly offeredAt: Instant;
}

/** Whether the offer is still valid: for a day. */
export function isOffered({ offeredAt }: HistoryExport, now: Instant): boolean {
  return now < later(offeredAt, day);
}

/** `history-2026-11-22.csv`, which Excel opens, or `….jsonl` */
export function fileNameOf({ format, offeredAt }: Pick<HistoryExport, 'format' | 'offeredAt'>): string {
  return `history-${offeredAt.slice(0, 10)}.${format === 'jsonl' ? format : 'csv'}`;
}
