import { providerColumns } from './provider-record.ts';

/** What people and spreadsheets change in a name: spaces, hyphens, underscores, quotes, accents, invisible characters. */
const immaterial = /[\s\p{Pd}_"'`´\p{Pi}\p{Pf}\p{M}\p{Cf}]/gu;

const columns = new Map(providerColumns.map((column) => [essenceOf(column), column]));

/**
 * The column that a header names: `organizationSizes` for “Organization Sizes” or “organization_sizes”.
 * @returns undefined if it is no column of a directory
 */
export function columnNamed(header: string): string | undefined {
  return columns.get(essenceOf(header));
}

function essenceOf(name: string): string {
  return name.normalize('NFKD').replace(immaterial, '').toLowerCase();
}
