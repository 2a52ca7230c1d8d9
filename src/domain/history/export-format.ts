/** `csv`: one row an entry, as Excel opens it. `jsonl`: a JSON object a line, with everything that was recorded. */
export const exportFormats = ['csv', 'jsonl'] as const;
export type ExportFormat = (typeof exportFormats)[number];
