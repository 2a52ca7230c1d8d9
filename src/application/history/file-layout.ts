import { stringify } from 'csv-stringify/sync';
import type { AuditEntry } from '../../domain/history/audit-entry.ts';
import { auditRow, effectOf } from '../../domain/history/audit-row.ts';
import { excelTimes } from '../../domain/history/excel-time.ts';
import { excelFormats, type ExportFormat } from '../../domain/history/export-format.ts';
import type { TenantId } from '../../domain/identifiers.ts';
import { languages, type Language } from '../../domain/language.ts';
import type { TimeZone } from '../../domain/time-zone.ts';

/** An entry as a file holds it. JSON Lines include any further fields. */
export interface FiledEntry {
  readonly tenant: TenantId;
  readonly entry: AuditEntry;
}

/** An entry with the names of its partners, in the order of their ids; empty where none is known. */
export interface NamedEntry {
  readonly filed: FiledEntry;
  readonly names: readonly string[];
}

/** How entries become text. */
export interface FileLayout {
  /** The beginning of the file, before its first entry. */
  readonly start: string;
  readonly lines: (entries: readonly NamedEntry[]) => string;
  /** Whether the names of partners are written: JSON Lines have what was recorded, and nothing else. */
  readonly showsNames: boolean;
}

/** @param timeZone of the times for Excel; UTC if undefined */
export function layoutOf(format: ExportFormat, timeZone: TimeZone | undefined): FileLayout {
  if (format === 'jsonl') return jsonLines;
  const language = languages.find((each) => excelFormats[each] === format);
  return language === undefined ? plainCsv : excelCsv(language, timeZone);
}

const jsonLines: FileLayout = {
  start: '',
  lines: (entries) => entries.map(({ filed }) => `${JSON.stringify(withEffect(filed))}\n`).join(''),
  showsNames: false,
};

/** With the effect beside the entry: what was recorded stays as the chain of hashes has it. */
function withEffect(filed: FiledEntry): object {
  const effect = effectOf(filed.entry.event);
  return effect === undefined ? filed : { ...filed, effect };
}

/**
 * Excel reads CSV as UTF-8 only after a BOM, and a cell that begins like a formula as text only after an apostrophe. The
 * library puts quotes around the whole end of a line only, not around half of one, which ends a row as well.
 */
const forExcel = { record_delimiter: '\r\n', escape_formulas: true, quoted_match: /[\r\n]/ } as const;

const afterPartner = ['reference', 'before', 'after', 'effect', 'reason', 'tenant'];

/** Programs may read columns by place, so the name stands behind those that there were before it. */
const plainCsv = csv(',', ['when', 'who', 'id', 'what', 'partner', ...afterPartner, 'partnerName'], {});

/** Excel expects the list separator of its language. `utc` is exact where a clock is put back. */
function excelCsv(language: Language, timeZone: TimeZone | undefined): FileLayout {
  const timeOf = excelTimes(language, timeZone);
  const when = { key: 'local', header: `when (${timeZone ?? 'UTC'})` };
  const columns = [when, 'who', 'id', 'what', 'partner', 'partnerName', ...afterPartner];
  return csv(language === 'fr' ? ';' : ',', [...columns, { key: 'when', header: 'utc' }], {
    local: ({ entry }) => timeOf(entry.at),
  });
}

function csv(
  delimiter: ',' | ';',
  columns: readonly (string | { readonly key: string; readonly header: string })[],
  more: Readonly<Record<string, (filed: FiledEntry) => string>>,
): FileLayout {
  const options = { ...forExcel, delimiter, columns: [...columns] };
  return {
    start: stringify([], { ...options, header: true, bom: true }),
    lines: (entries) =>
      stringify(
        entries.map(({ filed, names }) => {
          const added = Object.entries(more).map(([key, valueOf]): [string, string] => [key, valueOf(filed)]);
          const partnerName = names.some((name) => name !== '') ? names.join('; ') : '';
          const row: Readonly<Record<string, string>> = {
            ...auditRow(filed.entry),
            partnerName,
            tenant: filed.tenant,
            ...Object.fromEntries(added),
          };
          const cells = Object.entries(row).map(([key, text]): [string, string] => [
            key,
            withoutInnerFormulas(text),
          ]);
          return Object.fromEntries(cells);
        }),
        options,
      ),
    showsNames: true,
  };
}

/** What a spreadsheet of another language, with another delimiter, takes for the beginning of a cell. */
const innerFormula = /(?<=[^])[;,\r\n][\s"]*(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

/** A file opened with another delimiter splits within a text, where no quotes protect it. */
function withoutInnerFormulas(text: string): string {
  return text.replace(innerFormula, "$&'");
}
