import { link, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openLowdbStore } from '../../../src/adapters/store/lowdb-store.ts';
import type { RecordKind, Records } from '../../../src/application/ports/records.ts';
import type { Versioned } from '../../../src/application/ports/store.ts';
import type { TenantId } from '../../../src/domain/identifiers.ts';
import { recordedLog } from '../ports/recorded-log.ts';

/** Longer than any test, so that nothing is flushed. Milliseconds. */
const never = 3_600_000;

/** Reads what a killed desk has stored, through hard links, without changing its files. */
export async function storedAfterKill(dataDirectory: string, copy: string) {
  await rm(copy, { recursive: true, force: true });
  await linkAll(join(dataDirectory, 'tenants'), join(copy, 'tenants'));
  const log = recordedLog();
  // Never closed: that would write to the linked files.
  const store = openLowdbStore({ folder: copy, log, settings: { flushAfter: never } });

  async function all<Kind extends RecordKind>(
    tenant: TenantId,
    kind: Kind,
  ): Promise<Versioned<Records[Kind]>[]> {
    return [...(await store.list(tenant, kind, { limit: 100_000 })).items];
  }

  const tenants = await store.tenants();
  return Promise.all(
    tenants.map(async (tenant) => ({
      tenant,
      emails: new Set((await all(tenant, 'pendingDelivery')).map(({ id }) => id)),
      posts: new Map((await all(tenant, 'pendingPost')).map(({ id, value }) => [id, value])),
      cards: new Set((await all(tenant, 'postedCard')).map(({ id }) => id)),
      requests: (await all(tenant, 'contactRequest')).map(({ value }) => value),
      announcements: (await all(tenant, 'announcement')).length,
      /** Who decided each decided invitation, from the history. */
      decided: new Map(
        (await store.entries(tenant, 'audit', { limit: 100_000 })).items.flatMap(({ by, event }) =>
          (event.kind === 'invitationAuthorized' || event.kind === 'invitationCancelled') &&
          typeof by === 'object' &&
          'person' in by &&
          'person' in by
            ? [[event.invitation, by.person] as const]
            : [],
        ),
      ),
    })),
  );
}

export type StoredTenant = Awaited<ReturnType<typeof storedAfterKill>>[number];

async function linkAll(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true }).catch(() => [])) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await linkAll(source, target);
    else await link(source, target);
  }
}
