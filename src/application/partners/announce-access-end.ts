import type { PartnerEvent } from '../../domain/history/partner-event.ts';
import { type ProviderId, type TenantId, providerId } from '../../domain/identifiers.ts';
import type { Instant } from '../../domain/instant.ts';
import { afterNotice, dueNotice, type AccessNotice } from '../../domain/partners/access-notice.ts';
import { summaryOf } from '../../domain/partners/relationship-summary.ts';
import type { PartnerRelationship } from '../../domain/partners/relationship.ts';
import { auditChange } from '../history/audit-changes.ts';
import { announcementChange } from '../notifications/announce.ts';
import { update } from '../ports/changes.ts';
import type { Clock, Timer } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Announcements } from '../ports/posts.ts';
import type { Change, Store } from '../ports/store.ts';
import { errorForLog } from '../runtime/logging.ts';
import { retryOnConflict } from '../runtime/retry-on-conflict.ts';
import { runPeriodically, type JobRun } from '../runtime/run-periodically.ts';

interface Ports {
  readonly store: Store;
  readonly clock: Clock;
}

/**
 * Records every due notice about the delegated administration of one partner, each once and with its announcement: that
 * it ends soon, or that it has ended.
 * @returns whether anything was announced: call `Announcements.wake` then
 * @throws DomainError('store-unavailable')
 * @internal
 */
export async function announceAccessEnd(
  ports: Ports,
  tenant: TenantId,
  partner: ProviderId,
): Promise<boolean> {
  let hasAnnounced = false;
  for (;;) {
    const recorded = await retryOnConflict(() => recordNext(ports, tenant, partner));
    if (recorded === undefined) return hasAnnounced;
    hasAnnounced ||= isAnnounced(recorded);
  }
}

/** @returns what was recorded; undefined if nothing was due */
async function recordNext(
  { store, clock }: Ports,
  tenant: TenantId,
  partner: ProviderId,
): Promise<AccessNotice | undefined> {
  const now = clock.now();
  const record = await store.get(tenant, 'relationship', partner);
  const notice = record && dueNotice(record.value, now);
  if (record === undefined || notice === undefined) return undefined;
  const value = afterNotice(record.value, notice);
  await store.commit(tenant, [
    update('relationship', record, value),
    ...(isAnnounced(notice) ? [announceNotice(partner, notice, now)] : []),
    ...(notice.kind === 'accessEnded' ? [auditEnd(record.value, value, notice, now)] : []),
  ]);
  return notice;
}

function isAnnounced(notice: AccessNotice): boolean {
  return notice.kind === 'accessEnding' || notice.isLoss;
}

function announceNotice(partner: ProviderId, notice: AccessNotice, at: Instant): Change {
  const { grant, end } = notice;
  const about = { partner, invitation: grant.invitation, end };
  const to = { kind: 'everyone' } as const;
  if (notice.kind === 'accessEnded') {
    const subject = { kind: 'accessEnded', ...about } as const;
    return announcementChange(`${grant.invitation} ended`, { subject, to, at });
  }
  const { days } = notice;
  const subject = { kind: 'accessEnding', days, ...about } as const;
  return announcementChange(`${grant.invitation} ends ${end} ${days}`, { subject, to, at });
}

function auditEnd(
  before: PartnerRelationship,
  after: PartnerRelationship,
  { grant }: AccessNotice,
  now: Instant,
): Change {
  const event: PartnerEvent = {
    kind: 'delegatedAdminEnded',
    partner: before.partner.id,
    invitation: grant.invitation,
    before: summaryOf(before),
    after: summaryOf(after),
  };
  return auditChange(now, 'desk', event);
}

interface WatchPorts extends Ports {
  readonly timer: Timer;
  readonly announcements: Announcements;
  readonly log: Log;
}

/** Maximum delay of a reminder or of the record of an end; milliseconds. An opened partner shows its end at once. */
const interval = 3_600_000;
/** Relationships checked before yielding. */
const pageSize = 100;
/** Pause between pages; milliseconds. */
const betweenPages = 20;

/**
 * Records and announces delegated administration that is about to end, or has ended, now and periodically. A tenant
 * whose records cannot be read or written is logged and left for the next run. @returns a function that stops it
 */
export function watchAccessEnd({ store, clock, timer, announcements, log }: WatchPorts): () => void {
  async function checkTenant(tenant: TenantId, { isStopped, pause }: JobRun): Promise<void> {
    let after: string | undefined;
    do {
      const from = after === undefined ? {} : { after };
      const page = await store.list(tenant, 'relationship', { limit: pageSize, ...from });
      for (const { id, value } of page.items) {
        if (isStopped() || dueNotice(value, clock.now()) === undefined) continue;
        if (await announceAccessEnd({ store, clock }, tenant, providerId(id))) announcements.wake(tenant);
      }
      after = page.next;
      if (after !== undefined && !isStopped()) await pause(betweenPages);
    } while (after !== undefined && !isStopped());
  }

  const failure = 'could not check partners for access ends';
  return runPeriodically({ timer, log, interval, failure }, async (run) => {
    for (const tenant of await store.tenants()) {
      await checkTenant(tenant, run).catch((error: unknown) => {
        log.error(
          { tenant, error: errorForLog(error) },
          "could not check a tenant's partners for access ends",
        );
      });
    }
  });
}
