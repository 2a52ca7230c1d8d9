import { z } from 'zod';
import { auditEventKinds } from '../../../domain/history/audit-entry.ts';
import { exportFormats } from '../../../domain/history/export-format.ts';
import type { HistoryExport, HistoryFilter } from '../../../domain/history/history-export.ts';
import { timeZoneNamed } from '../../../domain/time-zone.ts';
import { instant, text } from './common-schemas.ts';
import { exactly } from './exact-schema.ts';

const format = z.enum(exportFormats);
const entries = z.int().nonnegative();

/** Schemas of the entries about history exports, by kind. */
export const historyEventSchemas = {
  historyExported: exactly({ kind: z.literal('historyExported'), format, entries }),
  historyExportFailed: exactly({ kind: z.literal('historyExportFailed'), format, entries }),
};

/** Schema of the record of an offered export. */
export const historyExportSchema = exactly<HistoryExport>({
  id: text,
  format,
  filter: exactly<HistoryFilter>({
    partner: text.optional(),
    person: text.optional(),
    kind: z.enum(auditEventKinds).optional(),
    since: instant.optional(),
  }),
  timeZone: text.transform(timeZoneNamed).optional(),
  upTo: entries,
  entries,
  bytes: entries,
  offeredAt: instant,
});
