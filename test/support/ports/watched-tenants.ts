import type { TenantReader } from '../../../src/application/ports/tenant-reader.ts';
import type { Store } from '../../../src/application/ports/store.ts';
import { watchTenants } from '../../../src/application/tenant/watch-tenants.ts';
import type { TenantId } from '../../../src/domain/identifiers.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import { received } from '../examples/invitation-examples.ts';
import { memoryStore } from './memory-store.ts';
import { memoryTenant } from './memory-tenant.ts';
import { movingTime } from './moving-time.ts';
import { recordedLog } from './recorded-log.ts';

/** A watch over tenants that all show the same; a test moves the time, and starts it again. */
export function watchedTenants(
  tenants: readonly TenantId[],
  given: {
    readonly everySeconds?: number;
    readonly store?: Store;
    readonly reader?: Partial<TenantReader>;
  } = {},
) {
  const time = movingTime(received);
  const tenant = memoryTenant(time.clock);
  const store = given.store ?? memoryStore();
  const log = recordedLog();
  const reads: { readonly tenant: TenantId; readonly at: Instant }[] = [];
  let ids = 0;
  const tenantReader: TenantReader = {
    ...tenant.reader,
    observe(of, known, signal) {
      reads.push({ tenant: of, at: time.clock.now() });
      return (given.reader?.observe ?? tenant.reader.observe)(of, known, signal);
    },
    ...(given.reader?.heldBack && { heldBack: given.reader.heldBack }),
  };
  return {
    time,
    tenant,
    store,
    log,
    reads,
    /** Milliseconds from the start to each read of a tenant. */
    readsOf: (of: TenantId) =>
      reads.flatMap((read) => (read.tenant === of ? [Date.parse(read.at) - Date.parse(received)] : [])),
    start: () =>
      watchTenants({
        store,
        clock: time.clock,
        timer: time.timer,
        newId: () => `id-${String((ids += 1)).padStart(6, '0')}`,
        announcements: { wake: () => undefined },
        log,
        tenantReader,
        watchEverySeconds: given.everySeconds ?? 3600,
        served: () => Promise.resolve(tenants),
      }),
  };
}
