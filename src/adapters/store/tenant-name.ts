import { join } from 'node:path';
import { z } from 'zod';
import { tenantId, type TenantId } from '../../domain/identifiers.ts';
import { Checksums } from '../files/checksum.ts';
import { makeDurableFolder, syncFolder } from '../files/durable-folder.ts';
import { DurableJsonFile } from '../files/durable-json-file.ts';

const schema = z.strictObject({ schemaVersion: z.literal(1), tenant: z.string().transform(tenantId) });

const fileIn = (folder: string) =>
  new DurableJsonFile(join(folder, 'tenant.json'), schema, new Checksums(folder));

/** Makes a tenant's folder, durably, and writes into it whose it is: the folder's own name cannot always be read back. */
export async function writeTenantName(folder: string, tenant: TenantId): Promise<void> {
  await makeDurableFolder(folder);
  await fileIn(folder).write({ schemaVersion: 1, tenant });
  await syncFolder(folder);
}

/** @throws GarbledFileError */
export async function readTenantName(folder: string): Promise<TenantId> {
  return (await fileIn(folder).read()).tenant;
}
