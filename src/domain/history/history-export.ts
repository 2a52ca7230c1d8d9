import { day, later, type Instant } from '../instant.ts';
import type { AuditEvent } from './audit-entry.ts';
import type { ExportFormat } from './export-format.ts';

/** Which entries are meant; what is absent or empty does not matter. */
export interface HistoryFilter {
  /** Part of the name, domain or id of whom it is about. */
  readonly partner?: string | undefined;
  /** Part of the name of who did it, or the whole id; `desk` and `intake` for what these did. */
  readonly person?: string | undefined;
  readonly kind?: AuditEvent['kind'] | undefined;
  /** Nothing that happened before. */
  readonly since?: Instant | undefined;
}

/** Part of a tenant's history as a file that a person was offered, so exactly that it can be made again. */
export interface HistoryExport {
  /** What the card that offers it carries. */
  readonly id: string;
  readonly format: ExportFormat;
  readonly filter: HistoryFilter;
  /** Nothing but the first so many entries of the tenant. */
  readonly upTo: number;
  /** How many of them the file holds. */
  readonly entries: number;
  /** How long the file is. */
  readonly bytes: number;
  readonly offeredAt: Instant;
}

/** Whether the offer still stands: for a day. */
export function isOffered({ offeredAt }: HistoryExport, now: Instant): boolean {
  return now < later(offeredAt, day);
}

/** `history-2026-11-22.csv` */
export function fileNameOf({ format, offeredAt }: Pick<HistoryExport, 'format' | 'offeredAt'>): string {
  return `history-${offeredAt.slice(0, 10)}.${format}`;
}
