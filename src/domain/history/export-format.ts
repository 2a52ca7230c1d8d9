import type { Language } from '../language.ts';

/**
 * `excel-en` and `excel-fr`: CSV that Excel in English or in French opens as a table, with times that it takes for times.
 * `csv`: CSV for programs, times in ISO 8601. `jsonl`: one JSON object per line, with everything that was recorded.
 */
export const exportFormats = ['excel-en', 'excel-fr', 'csv', 'jsonl'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The formats for Excel, by its language. */
export const excelFormats = { en: 'excel-en', fr: 'excel-fr' } as const satisfies Record<
  Language,
  ExportFormat
>;

/** All formats, those for a person's own Excel first. */
export function formatsFor(language: Language): readonly ExportFormat[] {
  const own = excelFormats[language];
  return [own, ...exportFormats.filter((format) => format !== own)];
}
