import { join } from 'node:path';
import { z } from 'zod';
import { tenantId, type TenantId } from '../../domain/identifiers.ts';
import { Checksums } from '../files/checksum.ts';
import { makeDurableFolder, syncFolder } from '../files/durable-folder.ts';
import { DurableJsonFile } from '../files/durable-json-file.ts';

const schema = z.strictObject({ schemaVersion: z.literal(1), tenant: z.string().transform(tenantId) });

const fileIn = (folder: string) =>
  new DurableJsonFile(join(folder, 'tenant.json'), schema, new Checksums(folder));

/** Creates a tenant's folder, durably, with the tenant's name in it: the folder's own name cannot always be decoded. */
export async function writeTenantName(folder: string, tenant: TenantId): Promise<void> {
  await makeDurableFolder(folder);
  await fileIn(folder).write({ schemaVersion: 1, tenant });
  await syncFolder(folder);
}

/** @throws CorruptFileError */
export async function readTenantName(folder: string): Promise<TenantId> {
  return (await fileIn(folder).read()).tenant;
}
