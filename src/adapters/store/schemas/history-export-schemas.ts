import { z } from 'zod';
import { auditEventKinds } from '../../../domain/history/audit-entry.ts';
import { exportFormats } from '../../../domain/history/export-format.ts';
import type { HistoryExport, HistoryFilter } from '../../../domain/history/history-export.ts';
import { instant, text } from './common-schemas.ts';
import { exactly } from './exact-schema.ts';

const format = z.enum(exportFormats);
const entries = z.int().nonnegative();

/** What the entries about exports of the history look like in a file, kind by kind. */
export const historyEventSchemas = {
  historyExported: exactly({ kind: z.literal('historyExported'), format, entries }),
  historyExportFailed: exactly({ kind: z.literal('historyExportFailed'), format, entries }),
};

/** What a file that was offered looks like in a file of the store. */
export const historyExportSchema = exactly<HistoryExport>({
  id: text,
  format,
  filter: exactly<HistoryFilter>({
    partner: text.optional(),
    person: text.optional(),
    kind: z.enum(auditEventKinds).optional(),
    since: instant.optional(),
  }),
  upTo: entries,
  entries,
  bytes: entries,
  offeredAt: instant,
});
