import { join } from 'node:path';
import type { Log } from '../../application/ports/log.ts';
import type { Store } from '../../application/ports/store.ts';
import { errorForLog } from '../../application/runtime/logging.ts';
import { DomainError } from '../../domain/domain-error.ts';
import type { TenantId } from '../../domain/identifiers.ts';
import { namesIn, checkWritable } from '../files/durable-folder.ts';
import { encodeFileName } from '../files/encode-file-name.ts';
import { within } from '../system/with-timeout.ts';
import { FlushGate } from './flush-gate.ts';
import { openForAppending, type OpenForAppending } from './journal/journal.ts';
import { defaultSettings, type StoreSettings } from './store-settings.ts';
import { storeUnavailable } from './store-unavailable.ts';
import { readTenantName } from './tenant-name.ts';
import type { TenantContents } from './tenant-contents.ts';
import { TenantStore } from './tenant-store.ts';

/** How long a health check waits for tenants that failed to open before; milliseconds. */
const retryTimeout = 500;

export interface LowdbStoreOptions {
  /** Holds one folder per tenant in `tenants`. Only one process may use it at a time. */
  readonly folder: string;
  readonly log: Log;
  readonly settings?: Partial<StoreSettings>;
  readonly openFile?: OpenForAppending;
}

/** The embedded store, with the operations that only its files need. */
export interface LowdbStore extends Store {
  /**
   * Pauses writes to every file but the journals so that they can be copied. Commits still go to the journals: copy
   * those last. @returns a function that resumes writes
   */
  quiesce(): Promise<() => void>;
  /** Lets running commits finish and flushes the journals, within `closeWithin`. */
  close(): Promise<void>;
}

/** Opens the embedded store. */
export function openLowdbStore({
  folder,
  log,
  settings: given = {},
  openFile = openForAppending,
}: LowdbStoreOptions): LowdbStore {
  const settings = { ...defaultSettings, ...given };
  const gate = new FlushGate();
  const tenantsFolder = join(folder, 'tenants');
  const opened = new Map<TenantId, Promise<TenantStore>>();
  /** Tenants that this process has written to: two open stores must never write to the same files. */
  const written = new Set<TenantId>();
  /** Tenants whose files could not be read on the last attempt. */
  const closed = new Set<TenantId>();

  function open(tenant: TenantId): Promise<TenantStore> {
    const known = opened.get(tenant);
    if (known !== undefined) return known;
    const tenantFolder = join(tenantsFolder, encodeFileName(tenant));
    const options = { folder: tenantFolder, tenant, log, settings, openFile, gate };
    const opening = TenantStore.open(options).catch((cause: unknown) => {
      // Not cached, so that the tenant is served again once its files are repaired.
      opened.delete(tenant);
      closed.add(tenant);
      throw storeUnavailable(log, tenant, cause);
    });
    opened.set(tenant, opening);
    void opening.then(
      () => closed.delete(tenant),
      () => undefined,
    );
    return opening;
  }

  /** For reading. A tenant that has nothing stored is not held in memory: a sandbox serves any that a client names. */
  async function contentsOf(tenant: TenantId): Promise<TenantContents> {
    const { contents } = await open(tenant);
    if (contents.sequence === 0 && !written.has(tenant)) opened.delete(tenant);
    return contents;
  }

  return {
    get: async (tenant, kind, id) => (await contentsOf(tenant)).records[kind].get(id),
    list: async (tenant, kind, query) => (await contentsOf(tenant)).records[kind].page(query),
    entries: async (tenant, kind, query) => {
      const contents = await contentsOf(tenant);
      try {
        return await contents.entries[kind].page(query);
      } catch (error) {
        throw error instanceof DomainError ? error : storeUnavailable(log, tenant, error);
      }
    },
    head: async (tenant, kind) => (await contentsOf(tenant)).entries[kind].head,
    commit: async (tenant, changes) => {
      if (changes.length === 0) return;
      written.add(tenant);
      const store = await open(tenant);
      await store.commit(changes);
    },
    tenants: async () => {
      try {
        const names = (await namesIn(tenantsFolder)).filter((name) => !name.startsWith('.'));
        const tenants = await Promise.all(names.map((name) => nameOf(join(tenantsFolder, name))));
        return tenants.flatMap((tenant) => tenant ?? []);
      } catch (error) {
        throw storeUnavailable(log, undefined, error);
      }
    },
    check: async () => {
      try {
        await checkWritable(tenantsFolder);
      } catch (error) {
        throw storeUnavailable(log, undefined, error);
      }
      if (closed.size === 0) return;
      // Their files may have been repaired, and no request may retry soon. Bounded, because opening can be slow.
      await within(retryTimeout, Promise.allSettled([...closed].map(open)));
      if (closed.size > 0) throw new DomainError('store-unavailable', {});
    },
    quiesce: () => gate.pause(),
    close: async () => {
      gate.stopThrottling();
      const stores = await Promise.allSettled(opened.values());
      const deadline = setTimeout(() => {
        gate.cancel();
      }, settings.closeWithin);
      for (const store of stores) if (store.status === 'fulfilled') await store.value.close();
      clearTimeout(deadline);
    },
  };

  /** One tenant’s corrupt folder must not hide the others. */
  async function nameOf(tenantFolder: string): Promise<TenantId | undefined> {
    try {
      return await readTenantName(tenantFolder);
    } catch (error) {
      log.error({ error: errorForLog(error) }, 'The name of a tenant folder could not be read');
      return undefined;
    }
  }
}
