import { join } from 'node:path';
import type { TenantId } from '../../domain/identifiers.ts';
import { namesIn } from '../files/durable-folder.ts';
import { readTenantName } from './tenant-name.ts';

export interface TenantFolder {
  readonly tenant: TenantId;
  readonly folder: string;
}

/** All that an unfinished tenant folder can hold: a temporary file of its name. */
const temporaryName = /^tenant\.json\.\d+$/;

/** The folder of each tenant with stored data. @throws CorruptFileError if a folder has no readable tenant name */
export async function tenantFolders(dataDirectory: string): Promise<readonly TenantFolder[]> {
  const tenants = join(dataDirectory, 'tenants');
  const names = (await namesIn(tenants)).filter((name) => !name.startsWith('.')).sort();
  const found = await Promise.all(
    names.map(async (name) => {
      const folder = join(tenants, name);
      const isComplete = (await namesIn(folder)).some((inside) => !temporaryName.test(inside));
      return isComplete ? [{ tenant: await readTenantName(folder), folder }] : [];
    }),
  );
  return found.flat();
}
