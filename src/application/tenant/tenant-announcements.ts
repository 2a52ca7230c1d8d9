import type { ProviderId } from '../../domain/identifiers.ts';
import type { Instant } from '../../domain/instant.ts';
import type { TenantAlert, TenantChange } from '../../domain/tenant/tenant-alert.ts';
import type { SeenPartner } from '../../domain/tenant/tenant-snapshot.ts';
import { auditChange } from '../history/audit-changes.ts';
import { announcementChange } from '../notifications/announce.ts';
import { insert } from '../ports/changes.ts';
import type { Change } from '../ports/store.ts';

/** More alerts of one round than this are told in one message. */
const maxAlerts = 5;

/** A change to tell everyone of. */
export interface AlertCause {
  readonly partner: ProviderId;
  readonly seen: Pick<SeenPartner, 'name'> | undefined;
  readonly change: TenantChange;
}

/** The changes that store alerts, record them in history and announce them: one by one, or all in one if they are many. */
export function raiseAlerts(
  causes: readonly AlertCause[],
  at: Instant,
  newId: () => string,
): readonly Change[] {
  const alerts = causes.map(({ partner, seen, change }): TenantAlert => {
    const name = seen?.name;
    return { id: newId(), partner, ...(name && { name }), at, change };
  });
  return [...alerts.flatMap(storeAlert), ...announceAlerts(alerts, at)];
}

function storeAlert(alert: TenantAlert): readonly Change[] {
  const { id, partner, at, change } = alert;
  return [
    insert('tenantAlert', id, alert),
    auditChange(at, 'desk', {
      kind: 'tenantAlertRaised',
      partner,
      alert: id,
      change: change.kind,
      roles: rolesOfChange(change),
    }),
  ];
}

function announceAlerts(alerts: readonly TenantAlert[], at: Instant): readonly Change[] {
  const to = { kind: 'everyone' } as const;
  if (alerts.length > maxAlerts) {
    const subject = { kind: 'tenantAlerts', at } as const;
    return [announcementChange(`tenant alerts ${at} ${alerts[0]?.id ?? ''}`, { subject, to, at })];
  }
  return alerts.map(({ id }) => {
    const subject = { kind: 'tenantAlert', alert: id } as const;
    return announcementChange(`tenant alert ${id}`, { subject, to, at });
  });
}

function rolesOfChange(change: TenantChange): readonly string[] {
  switch (change.kind) {
    case 'accessGained':
    case 'accessReturned':
    case 'accessGone':
      return change.roles === 'notKnown' ? [] : change.roles;
    case 'accessGrown':
      return change.more;
    case 'otherRolesApproved':
      return [...change.more, ...change.missing];
    case 'trustChanged':
    case 'signInAfterSilence':
      return [];
  }
}

/** The changes that announce the first read of a tenant, which showed so many with access, and record it. */
export function announceFirstRead(at: Instant, seen: number): readonly Change[] {
  const subject = { kind: 'tenantListed', at } as const;
  return [
    announcementChange(`tenant listed ${at}`, { subject, to: { kind: 'everyone' }, at }),
    auditChange(at, 'desk', { kind: 'tenantFirstRead', seen }),
  ];
}
