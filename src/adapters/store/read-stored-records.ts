import { join } from 'node:path';
import { z } from 'zod';
import type { RecordKind, Records } from '../../application/ports/records.ts';
import type { Store, Versioned } from '../../application/ports/store.ts';
import { Checksums } from '../files/checksum.ts';
import { CorruptFileError } from '../files/corrupt-file-error.ts';
import { namesIn } from '../files/durable-folder.ts';
import { DurableJsonFile } from '../files/durable-json-file.ts';
import { encodeFileName } from '../files/encode-file-name.ts';
import { recordSchemas } from './schemas/record-schemas.ts';
import { readJournals } from './stored-journals.ts';

/** What a journal says of a record that its file may not yet have; a version of 0 for one that was deleted. */
interface Journaled {
  readonly version: number;
  readonly value: unknown;
}

/**
 * Reads a tenant's records from its files, as of the start of the call or later; a desk may be using them. Changes nothing.
 * A record that cannot be read counts as absent: what it is read for, such as a name, is then unknown.
 */
export async function readStoredRecords(tenantFolder: string): Promise<Pick<Store, 'get'>> {
  const checksums = new Checksums(tenantFolder);
  const journaled = new Map<string, Journaled>();
  for (const { commits } of await readJournals(join(tenantFolder, 'journal'), checksums)) {
    for (const commit of commits) {
      for (const change of commit?.value.changes ?? []) {
        if (change.type === 'append') continue;
        const isPut = change.type === 'put';
        journaled.set(keyOf(change.kind, change.id), {
          version: isPut ? (commit?.value.sequence ?? 0) : 0,
          value: isPut ? change.value : undefined,
        });
      }
    }
  }

  /** The files there are, by kind: looking for each that is not there takes longer than the rest of an export. */
  const files = new Map<RecordKind, Promise<ReadonlySet<string>>>();

  function filesOf(kind: RecordKind): Promise<ReadonlySet<string>> {
    const listed =
      files.get(kind) ?? namesIn(join(tenantFolder, 'records', kind)).then((names) => new Set(names));
    files.set(kind, listed);
    return listed;
  }

  async function get<Kind extends RecordKind>(
    kind: Kind,
    id: string,
  ): Promise<Versioned<Records[Kind]> | undefined> {
    const schema: z.ZodType<Records[Kind]> = recordSchemas[kind];
    const newest = journaled.get(keyOf(kind, id));
    if (newest !== undefined) {
      const read = newest.version === 0 ? undefined : schema.safeParse(newest.value);
      return read?.success === true ? { id, version: newest.version, value: read.data } : undefined;
    }
    const name = `${encodeFileName(id)}.json`;
    if (!(await filesOf(kind)).has(name)) return undefined;
    const file = join(tenantFolder, 'records', kind, name);
    const stored = z.looseObject({ id: z.literal(id), version: z.int().positive(), value: schema });
    try {
      const { version, value } = await new DurableJsonFile(file, stored, checksums).read();
      return { id, version, value };
    } catch (error) {
      if (error instanceof CorruptFileError || (error instanceof Error && 'syscall' in error))
        return undefined;
      throw error;
    }
  }

  return { get: (_tenant, kind, id) => get(kind, id) };
}

function keyOf(kind: RecordKind, id: string): string {
  return `${kind} ${id}`;
}
