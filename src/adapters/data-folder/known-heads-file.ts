import { join } from 'node:path';
import { z } from 'zod';
import type { KnownHeads } from '../../application/ports/known-heads.ts';
import { tenantId } from '../../domain/identifiers.ts';
import { Checksums } from '../files/checksum.ts';
import { DurableJsonFile } from '../files/durable-json-file.ts';
import { namesIn, syncFolder } from '../files/durable-folder.ts';
import { instant } from '../store/schemas/common-schemas.ts';
import { knownHeadsFile } from './data-version.ts';

const headSchema = z.strictObject({
  tenant: z.string().transform(tenantId),
  count: z.int().nonnegative(),
  hash: z.string(),
  at: instant,
});
const fileSchema = z.strictObject({ heads: z.array(headSchema) });

/**
 * Keeps the known heads in a file of the data folder, with a checksum. Whoever can write the histories can write this
 * too.
 */
export function knownHeadsIn(dataDirectory: string): KnownHeads {
  const checksums = new Checksums(join(dataDirectory, 'tenants'));
  const file = new DurableJsonFile(join(dataDirectory, knownHeadsFile), fileSchema, checksums);
  return {
    async read() {
      if (!(await namesIn(dataDirectory)).includes(knownHeadsFile)) return [];
      return (await file.read()).heads;
    },
    async write(heads) {
      await file.write({ heads: [...heads] });
      await syncFolder(dataDirectory);
    },
  };
}
