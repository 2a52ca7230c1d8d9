/** `csv`: one row per entry, for Excel. `jsonl`: one JSON object per line, with everything that was recorded. */
export const exportFormats = ['csv', 'jsonl'] as const;
export type ExportFormat = (typeof exportFormats)[number];
