import type { TenantId } from '../../domain/identifiers.ts';
import type { Instant } from '../../domain/instant.ts';
import { awaitedReminderDays } from '../../domain/notifications/reminder-days.ts';
import {
  awaitedEffectId,
  type AwaitedDecision,
  type AwaitedEffect,
} from '../../domain/tenant/awaited-effect.ts';
import { announcementChange } from '../notifications/announce.ts';
import { remove } from '../ports/changes.ts';
import type { Change, Store } from '../ports/store.ts';

/**
 * The changes that end the wait for a decision's effect; reminders of it then say so.
 * @throws DomainError('store-unavailable')
 */
export async function settleAwaited(
  store: Store,
  tenant: TenantId,
  of: AwaitedDecision,
  at: Instant,
): Promise<readonly Change[]> {
  const awaited = await store.get(tenant, 'awaitedEffect', awaitedEffectId(of));
  return awaited === undefined
    ? []
    : [remove('awaitedEffect', awaited), ...updateReminders(awaited.value, at)];
}

/** Has every reminder that was sent show what became of the decision. Quiet: the outcome is told elsewhere. */
function updateReminders({ of, since, reminded }: AwaitedEffect, at: Instant): readonly Change[] {
  if (reminded === undefined) return [];
  const sent = awaitedReminderDays.filter((days) => days <= reminded);
  return sent.map((days) => {
    const subject = {
      kind: 'stillAwaited',
      partner: of.partner,
      ...(of.kind === 'authorization' && { invitation: of.invitation }),
      since,
      days,
    } as const;
    const to = { kind: 'holders', isQuiet: true } as const;
    return announcementChange(`${awaitedEffectId(of)} ${since} over ${days}`, { subject, to, at });
  });
}
