import { organizationSizes } from '../../../domain/providers/organization-size.ts';
import { listColumns } from './provider-record.ts';

/** Columns of prose and names, in which an apostrophe at the beginning belongs to the text: ’s-Hertogenbosch. */
const textColumns: ReadonlySet<string> = new Set([
  'name',
  'description',
  'city',
  'services',
  'products',
  'industries',
  'designations',
]);

const textFormula = /^="((?:[^"]|"")*)"$/;
const pastedQuotes = /^\s*(?:“([^“”]*)”|„([^„“”]*)[“”]|«([^«»]*)»)\s*$/;
const wideSpaces = /[\u00a0\u2007\u202f]/g;
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const sizes: readonly string[] = organizationSizes;

/**
 * The value of a field of CSV without what spreadsheets and word processors put around it: `="001"`, the apostrophe that
 * marks text, quotes that were made curly, non-breaking spaces. Values of a list are separated by semicolons.
 */
export function cellValue(column: string, written: string): string | readonly string[] {
  const text = repaired(column, written);
  if (!listColumns.has(column)) return text;
  const items = text.split(';').map((item) => repaired(column, item).trim());
  return column === 'organizationSizes' ? items.map(repairedSize) : items;
}

function repaired(column: string, written: string): string {
  const formula = textFormula.exec(written.trim())?.[1]?.replaceAll('""', '"') ?? written;
  const [, curly, low, angled] = pastedQuotes.exec(formula) ?? [];
  const bare = curly ?? low ?? angled ?? formula;
  // French puts such spaces before : and ; in prose.
  const text = column === 'description' ? bare : bare.replace(wideSpaces, ' ');
  return textColumns.has(column) ? text : text.replace(invisible, '').replace(/^\s*['’]/, '');
}

/** A size written with another dash, with spaces, or with separators of thousands: it can be no other. */
function repairedSize(written: string): string {
  const size = written
    .replace(/\s*[\p{Pd}\u2212]\s*/u, '-')
    .replace(/(?<=\d)[ .,'’](?=\d{3}(?!\d))/g, '')
    .replace(/\s+\+$/, '+');
  return sizes.includes(size) ? size : written;
}
