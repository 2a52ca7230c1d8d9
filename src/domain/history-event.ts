import type { ExportFormat } from './history/export-format.ts';

/** What happened to the history itself, for the record. */
export type HistoryEvent =
  /** Somebody let a file with so many entries be handed over. Recorded before it is, so that none leaves unrecorded. */
  | { readonly kind: 'historyExported'; readonly format: ExportFormat; readonly entries: number }
  /** The file could not be handed over, or not whole. */
  | { readonly kind: 'historyExportFailed'; readonly format: ExportFormat; readonly entries: number };
