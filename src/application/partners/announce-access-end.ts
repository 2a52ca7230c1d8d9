import type { PartnerEvent } from '../../domain/history/partner-event.ts';
import type { ProviderId, TenantId } from '../../domain/identifiers.ts';
import type { Instant } from '../../domain/instant.ts';
import { afterNotice, dueNotice, type AccessNotice } from '../../domain/partners/access-notice.ts';
import { summaryOf } from '../../domain/partners/relationship-summary.ts';
import type { PartnerRelationship } from '../../domain/partners/relationship.ts';
import { announcementChange } from '../announcement-change.ts';
import { auditChange } from '../audit-change.ts';
import type { Clock } from '../ports/clock.ts';
import type { Change, Store } from '../ports/store.ts';
import { retryOnConflict } from '../runtime/retry-on-conflict.ts';

interface Ports {
  readonly store: Store;
  readonly clock: Clock;
}

/**
 * Records everything that is due about the delegated administration of one partner, each once and with what has people told:
 * that it ends before long, or that it has ended.
 * @returns whether somebody is to be told: `Announcements.takeUp` after it
 * @throws DomainError('store-unavailable')
 */
export async function tellOfEnds(ports: Ports, tenant: TenantId, partner: ProviderId): Promise<boolean> {
  let isToBeTold = false;
  for (;;) {
    const recorded = await retryOnConflict(() => recordNext(ports, tenant, partner));
    if (recorded === undefined) return isToBeTold;
    isToBeTold ||= isTold(recorded);
  }
}

/** @returns what was recorded; undefined where nothing was due */
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
    { type: 'put', kind: 'relationship', id: record.id, value, expected: record.version },
    ...(isTold(notice) ? [announceNotice(partner, notice, now)] : []),
    ...(notice.kind === 'accessEnded' ? [auditEnd(record.value, value, notice, now)] : []),
  ]);
  return notice;
}

function isTold(notice: AccessNotice): boolean {
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
