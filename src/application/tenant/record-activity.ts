import { isDeepStrictEqual } from 'node:util';
import type { ProviderId, TenantId } from '../../domain/identifiers.ts';
import { day, later, type Instant } from '../../domain/instant.ts';
import { addActivity } from '../../domain/tenant/activity/add-activity.ts';
import { outcome } from '../../domain/tenant/observing/observe-tenant.ts';
import type { Read, ReadOutcomes } from '../../domain/tenant/tenant-reads.ts';
import { hasAccess, microsoftSupport, type TenantSnapshot } from '../../domain/tenant/tenant-snapshot.ts';
import { everyRelationship } from '../partners/find-relationships.ts';
import { update, upsert } from '../ports/changes.ts';
import type { Clock, NewId } from '../ports/clock.ts';
import type { Change, Store } from '../ports/store.ts';
import type { ActivityRead, TenantReader } from '../ports/tenant-reader.ts';
import { readSnapshot, snapshotId } from '../runtime/read-snapshot.ts';
import { retryOnConflict } from '../runtime/retry-on-conflict.ts';
import { raiseAlerts, type AlertCause } from './tenant-announcements.ts';

interface Ports {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly tenantReader: TenantReader;
}

/** Microsoft keeps sign-ins and changes for at most so long; milliseconds. */
const retention = 30 * day;
/** Microsoft promises no time by which they can be read: the last hours are read again; milliseconds. */
const overlap = 6 * 3_600_000;
/**
 * Between two reads of activity, however often a tenant is read; milliseconds. Reports take so few requests that a
 * round would otherwise wait for them longer than its interval, and others who read reports would wait for the round.
 */
const leastApart = 15_000;

/**
 * Reads what partners did since the last read, and keeps it beyond Microsoft's retention; tells of a sign-in after a long
 * silence.
 * @returns whether anything was announced: call `Announcements.wake` then
 * @throws DomainError('store-unavailable')
 */
export async function recordActivity(ports: Ports, tenant: TenantId, signal: AbortSignal): Promise<boolean> {
  const { store, clock, tenantReader } = ports;
  const snapshot = await readSnapshot(store, tenant);
  const at = clock.now();
  if (snapshot === undefined || wasReadLately(snapshot.reads, at)) return false;
  const partners = await watchedPartners(store, tenant, snapshot);
  if (partners.size === 0) return false;
  const since = sinceOf(snapshot.reads, at);
  const read = await tenantReader.activity(tenant, { since, partners }, signal);
  return storeActivity(ports, tenant, [...partners.keys()], { at, since, read });
}

async function watchedPartners(
  store: Store,
  tenant: TenantId,
  { partners }: TenantSnapshot,
): Promise<ReadonlyMap<ProviderId, string | undefined>> {
  const watched = new Map<ProviderId, string | undefined>();
  for (const { partner } of await everyRelationship(store, tenant))
    watched.set(partner.id, partner.domain?.value);
  for (const seen of partners) {
    if (hasAccess(seen) && seen.id !== microsoftSupport)
      watched.set(seen.id, seen.name?.domain ?? watched.get(seen.id));
  }
  return watched;
}

function wasReadLately({ audits }: ReadOutcomes, now: Instant): boolean {
  // A clock that was set back must not stop the reads.
  return audits !== undefined && audits.at <= now && now < later(audits.at, leastApart);
}

/** Since when to read: from the older of the last reads, with an overlap; all that Microsoft keeps the first time. */
function sinceOf({ audits, signIns }: ReadOutcomes, now: Instant): Instant {
  const oldest = later(now, -retention);
  // A part that cannot be read for want of a licence must not make the other read everything again.
  const asked = [audits, signIns].filter(
    (part) => part?.outcome === 'read' || part?.outcome === 'unavailable',
  );
  const lastReads = asked.flatMap((part) => part?.lastReadAt ?? []).toSorted();
  const since = lastReads[0] === undefined ? oldest : later(lastReads[0], -overlap);
  return since < oldest || since > now ? oldest : since;
}

interface Round {
  readonly at: Instant;
  readonly since: Instant;
  readonly read: ActivityRead;
}

function storeActivity(
  { store, newId }: Ports,
  tenant: TenantId,
  partners: readonly ProviderId[],
  { at, since, read }: Round,
): Promise<boolean> {
  return retryOnConflict(async () => {
    const record = await store.get(tenant, 'tenantSnapshot', snapshotId);
    if (record === undefined) return false;
    const { reads } = record.value;
    const [signIns, changes] = [valueOf(read.signIns), valueOf(read.changes)];
    const stored: Change[] = [];
    const causes: AlertCause[] = [];
    for (const partner of partners) {
      const known = await store.get(tenant, 'partnerActivity', partner);
      const added = addActivity(known?.value, partner, {
        signIns: signIns?.filter((each) => each.partner === partner),
        changes: changes?.filter((each) => each.partner === partner),
        signInsFrom: read.signInsFrom ?? since,
        changesFrom: read.changesFrom ?? since,
        signInsReadAt: reads.signIns?.lastReadAt,
        changesReadAt: reads.audits?.lastReadAt,
      });
      if (isDeepStrictEqual(added.activity, known?.value)) continue;
      stored.push(upsert('partnerActivity', partner, added.activity, known));
      const seen = record.value.partners.find(({ id }) => id === partner);
      if (added.change) causes.push({ partner, seen, change: added.change });
    }
    const after: TenantSnapshot = {
      ...record.value,
      reads: {
        ...reads,
        audits: outcome(reads.audits, howOf(read.changes), at),
        signIns: outcome(reads.signIns, howOf(read.signIns), at),
      },
    };
    const told = raiseAlerts(causes, at, newId);
    await store.commit(tenant, [update('tenantSnapshot', record, after), ...stored, ...told]);
    return told.length > 0;
  });
}

function valueOf<Value>(read: Read<Value>): Value | undefined {
  return read.kind === 'read' ? read.value : undefined;
}

function howOf(read: Read<unknown>) {
  return read.kind === 'read' ? 'read' : read.why;
}
