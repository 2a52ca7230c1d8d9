import { join } from 'node:path';
import type { TenantId } from '../../domain/identifiers.ts';
import { namesIn } from './names-in.ts';
import { readTenantName } from './tenant-name.ts';

export interface TenantFolder {
  readonly tenant: TenantId;
  readonly folder: string;
}

/** The folder of each tenant that has something stored. @throws GarbledFileError where a folder does not say whose it is */
export async function tenantFolders(dataDirectory: string): Promise<readonly TenantFolder[]> {
  const tenants = join(dataDirectory, 'tenants');
  const names = (await namesIn(tenants)).filter((name) => !name.startsWith('.')).sort();
  const folders = names.map((name) => join(tenants, name));
  return Promise.all(folders.map(async (folder) => ({ tenant: await readTenantName(folder), folder })));
}
