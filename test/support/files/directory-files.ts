import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RowProblem } from '../../../src/adapters/directory/import/directory-row.ts';
import { readProviders } from '../../../src/adapters/directory/import/read-providers.ts';
import type { Provider } from '../../../src/domain/providers/provider.ts';

/** The columns of a directory file, in the order of the documentation. */
export const header =
  'id,name,description,website,email,phone,country,city,services,products,industries,organizationSizes,designations,languages,functions';

/** A valid row, by field, quoted for CSV where necessary. */
export const goodFields = {
  id: '00000000-0000-4000-8000-000000000001',
  name: 'Contoso Lyon',
  description: 'Licences and advice',
  website: 'https://www.contoso.example',
  email: 'hello@contoso.example',
  phone: '+33 4 65 71 12 34',
  country: 'FR',
  city: 'Lyon',
  services: 'Consulting;Licensing',
  products: 'Azure;Microsoft 365',
  industries: 'Education',
  organizationSizes: '1-9;10-50',
  designations: 'Solutions Partner for Modern Work',
  languages: 'en;fr',
  functions: 'reseller;partner',
};

/** The provider that `goodFields` describes. */
export const goodRecord = {
  ...goodFields,
  services: ['Consulting', 'Licensing'],
  products: ['Azure', 'Microsoft 365'],
  industries: ['Education'],
  organizationSizes: ['1-9', '10-50'],
  designations: ['Solutions Partner for Modern Work'],
  languages: ['en', 'fr'],
  functions: ['reseller', 'partner'],
};

/** A CSV row that differs from the valid one in some fields. */
export function csvRow(changes: Partial<typeof goodFields> = {}): string {
  return Object.values({ ...goodFields, ...changes }).join(',');
}

/** A CSV file of such rows. */
export function csv(...rows: readonly string[]): string {
  return [header, ...rows].map((row) => `${row}\n`).join('');
}

export async function writtenFile(
  folder: string,
  name: string,
  content: string | Uint8Array,
): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

/** The providers in a file, and its problems. */
export async function readAll(file: string): Promise<{ providers: Provider[]; problems: RowProblem[] }> {
  const providers: Provider[] = [];
  const problems: RowProblem[] = [];
  for await (const row of readProviders(file)) {
    if ('problems' in row) problems.push(...row.problems);
    else providers.push(row.provider);
  }
  return { providers, problems };
}
