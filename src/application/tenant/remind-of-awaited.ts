import type { TenantId } from '../../domain/identifiers.ts';
import type { AwaitedEffect } from '../../domain/tenant/awaited-effect.ts';
import { dueReminder } from '../../domain/tenant/awaited-reminder.ts';
import { announcementChange } from '../notifications/announce.ts';
import { update } from '../ports/changes.ts';
import type { Clock } from '../ports/clock.ts';
import type { Change, Store, Versioned } from '../ports/store.ts';
import { listAll } from '../runtime/list-all.ts';
import { retryOnConflict } from '../runtime/retry-on-conflict.ts';

interface Ports {
  readonly store: Store;
  readonly clock: Clock;
}

/**
 * Reminds everyone of decisions that are still to be done in Microsoft 365, after 1, 3 and 7 days, once each.
 * @returns whether anything was announced: call `Announcements.wake` then
 * @throws DomainError('store-unavailable')
 */
export async function remindOfAwaited({ store, clock }: Ports, tenant: TenantId): Promise<boolean> {
  let hasReminded = false;
  for await (const { id, value } of listAll(store, tenant, 'awaitedEffect')) {
    if (dueReminder(value, clock.now()) === undefined) continue;
    const isSent = await retryOnConflict(async () => {
      const record = await store.get(tenant, 'awaitedEffect', id);
      const changes = record === undefined ? [] : reminderChanges(record, clock);
      await store.commit(tenant, changes);
      return changes.length > 0;
    });
    hasReminded ||= isSent;
  }
  return hasReminded;
}

function reminderChanges(record: Versioned<AwaitedEffect>, clock: Clock): readonly Change[] {
  const at = clock.now();
  const days = dueReminder(record.value, at);
  if (days === undefined) return [];
  const { of, since } = record.value;
  const invitation = of.kind === 'authorization' ? { invitation: of.invitation } : {};
  const subject = { kind: 'stillAwaited', partner: of.partner, ...invitation, since, days } as const;
  return [
    update('awaitedEffect', record, { ...record.value, reminded: days }),
    announcementChange(`${record.id} awaited ${since} ${days}`, { subject, to: { kind: 'everyone' }, at }),
  ];
}
