import type { TenantId } from '../../domain/identifiers.ts';
import { later } from '../../domain/instant.ts';
import type { Observation } from '../../domain/tenant/observation.ts';
import { observeTenant } from '../../domain/tenant/observing/observe-tenant.ts';
import type { CountingRule } from '../../domain/tenant/observing/see-partner.ts';
import { hasAccess, type TenantSnapshot } from '../../domain/tenant/tenant-snapshot.ts';
import { everyRelationship } from '../partners/find-relationships.ts';
import { upsert } from '../ports/changes.ts';
import type { NewId } from '../ports/clock.ts';
import type { Change, Store } from '../ports/store.ts';
import { snapshotId } from '../runtime/read-snapshot.ts';
import { retryOnConflict } from '../runtime/retry-on-conflict.ts';
import { announceFirstRead, raiseAlerts } from './tenant-announcements.ts';

interface Ports {
  readonly store: Store;
  readonly newId: NewId;
}

/** A round lasts shorter; milliseconds. What began before another round and comes after it is out of date. */
const maxRound = 120_000;

/**
 * Stores what a round of reads showed, with the alerts about what nobody decided here, in one commit: each change is
 * told once, whatever is interrupted, and whoever else reads the same.
 * @returns whether anything was announced: call `Announcements.wake` then
 * @throws DomainError('store-unavailable'); nothing was stored then
 */
export async function recordObservation(
  { store, newId }: Ports,
  tenant: TenantId,
  observation: Observation,
  counting: CountingRule,
): Promise<boolean> {
  return retryOnConflict(async () => {
    const record = await store.get(tenant, 'tenantSnapshot', snapshotId);
    if (isOutdated(observation, record?.value)) return false;
    const relationships = await everyRelationship(store, tenant);
    const { snapshot, changes, isFirst } = observeTenant(record?.value, observation, {
      tenant,
      relationships,
      counting,
    });
    const { at } = observation;
    const causes = changes.map(({ seen, change }) => ({ partner: seen.id, seen, change }));
    const told: readonly Change[] = isFirst
      ? announceFirstRead(at, snapshot.partners.filter(hasAccess).length)
      : raiseAlerts(causes, at, newId);
    await store.commit(tenant, [upsert('tenantSnapshot', snapshotId, snapshot, record), ...told]);
    return told.length > 0;
  });
}

function isOutdated({ at }: Observation, known: TenantSnapshot | undefined): boolean {
  const lastAt = known?.reads.providers?.at;
  // A clock that was set back further than a round lasts must not stop the reads.
  return lastAt !== undefined && at < lastAt && lastAt < later(at, maxRound);
}
