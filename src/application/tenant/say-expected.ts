import type { Actor } from '../../domain/actor.ts';
import { DomainError } from '../../domain/domain-error.ts';
import { grantAdministration, hasOneOf } from '../../domain/invitations/decision-rights.ts';
import { namedPerson } from '../../domain/named-person.ts';
import { withExpected, type TenantAlert } from '../../domain/tenant/tenant-alert.ts';
import { auditChange, refusalChanges } from '../history/audit-changes.ts';
import { announcementChange } from '../notifications/announce.ts';
import type { Roles } from '../ports/authority.ts';
import { update } from '../ports/changes.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { retryOnConflict } from '../runtime/retry-on-conflict.ts';
import { roleRefusal } from '../runtime/role-refusal.ts';

interface Ports {
  readonly store: Store;
  readonly roles: Roles;
  readonly clock: Clock;
}

/**
 * Records that a change in the tenant was expected, once: whoever comes second gets the alert with who said so before.
 * Call `Announcements.wake` afterwards.
 * @throws DomainError('not-allowed', 'role-not-active', 'roles-unavailable', 'alert-not-found' or 'store-unavailable');
 * nothing changed then
 */
export async function sayExpected(
  { store, roles, clock }: Ports,
  actor: Actor,
  { alert: id, note }: { readonly alert: string; readonly note?: string | undefined },
): Promise<TenantAlert> {
  const { tenant } = actor;
  const isAllowed = hasOneOf(await roles.rolesOf(actor), grantAdministration);
  return retryOnConflict(async () => {
    const now = clock.now();
    const record = await store.get(tenant, 'tenantAlert', id);
    if (!isAllowed || record === undefined) {
      const event =
        record === undefined
          ? ({ kind: 'unknownRefused', about: 'alert', id, wanted: 'sayExpected', why: 'unknown' } as const)
          : ({
              kind: 'tenantChangeRefused',
              partner: record.value.partner,
              wanted: 'sayExpected',
              why: 'role',
            } as const);
      await store.commit(tenant, await refusalChanges(store, actor, now, event));
      throw isAllowed
        ? new DomainError('alert-not-found', {})
        : await roleRefusal(roles, actor, grantAdministration);
    }
    if (record.value.expected !== undefined) return record.value;

    const by = namedPerson(actor);
    const alert = withExpected(record.value, { by, at: now, note });
    const said = alert.expected?.note;
    const { partner, change } = alert;
    const subject = { kind: 'tenantAlert', alert: id } as const;
    const to = { kind: 'holders', except: actor.person } as const;
    await store.commit(tenant, [
      update('tenantAlert', record, alert),
      announcementChange(`${id} expected`, { subject, to, at: now }),
      auditChange(now, by, {
        kind: 'tenantAlertExpected',
        partner,
        alert: id,
        change: change.kind,
        ...(said !== undefined && { note: said }),
      }),
    ]);
    return alert;
  });
}
