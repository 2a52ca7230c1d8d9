import { join } from 'node:path';
import type { TenantId } from '../../domain/identifiers.ts';
import { namesIn } from '../files/durable-folder.ts';
import { readTenantName } from './tenant-name.ts';

export interface TenantFolder {
  readonly tenant: TenantId;
  readonly folder: string;
}

/** What a tenant’s folder holds while it is being made: nothing, or its name under another name. */
const unmade = /^tenant\.json\.\d+$/;

/** The folder of each tenant that has something stored. @throws GarbledFileError where a folder does not say whose it is */
export async function tenantFolders(dataDirectory: string): Promise<readonly TenantFolder[]> {
  const tenants = join(dataDirectory, 'tenants');
  const names = (await namesIn(tenants)).filter((name) => !name.startsWith('.')).sort();
  const found = await Promise.all(
    names.map(async (name) => {
      const folder = join(tenants, name);
      const isMade = (await namesIn(folder)).some((inside) => !unmade.test(inside));
      return isMade ? [{ tenant: await readTenantName(folder), folder }] : [];
    }),
  );
  return found.flat();
}
