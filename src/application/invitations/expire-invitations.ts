import { invitationId, type InvitationId, type TenantId } from '../../domain/identifiers.ts';
import { asItStands } from '../../domain/invitations/invitation-transitions.ts';
import type { Invitation } from '../../domain/invitations/invitation.ts';
import type { Clock, Timer } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Announcements } from '../ports/posts.ts';
import type { Store } from '../ports/store.ts';
import { listAll } from '../runtime/list-all.ts';
import { errorForLog } from '../runtime/logging.ts';
import { retryOnConflict } from '../runtime/retry-on-conflict.ts';
import { runPeriodically } from '../runtime/run-periodically.ts';
import { expiryChanges } from './settle-invitation.ts';

interface Ports {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}

export interface ExpiredInvitation {
  readonly tenant: TenantId;
  readonly invitation: Invitation;
}

/**
 * Records the expiry of every invitation, of every tenant, that nobody decided in time. A tenant whose records cannot
 * be read or written is logged and left for the next run; it does not delay the others.
 * @returns those recorded just now; whoever has their cards must be notified
 * @internal
 */
export async function expireInvitations({ store, clock, log }: Ports): Promise<readonly ExpiredInvitation[]> {
  const expired: ExpiredInvitation[] = [];
  for (const tenant of await store.tenants()) {
    try {
      for await (const id of overdue({ store, clock }, tenant)) {
        const invitation = await expireInvitation({ store, clock }, tenant, id);
        if (invitation !== undefined) expired.push({ tenant, invitation });
      }
    } catch (error) {
      log.error({ tenant, error: errorForLog(error) }, "could not check a tenant's invitations for expiry");
    }
  }
  return expired;
}

async function* overdue({ store, clock }: Pick<Ports, 'store' | 'clock'>, tenant: TenantId) {
  for await (const { id, value } of listAll(store, tenant, 'pendingInvitation'))
    if (value.lapsesAt <= clock.now()) yield invitationId(id);
}

/** @returns undefined if it was settled first */
async function expireInvitation(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  tenant: TenantId,
  id: InvitationId,
): Promise<Invitation | undefined> {
  return retryOnConflict(async () => {
    const now = clock.now();
    const record = await store.get(tenant, 'invitation', id);
    if (record?.value.status.kind !== 'pending') return undefined;
    await store.commit(tenant, await expiryChanges(store, tenant, record, now));
    return asItStands(record.value, now);
  });
}

interface WatchPorts extends Ports {
  readonly timer: Timer;
  readonly announcements: Announcements;
}

/** How long an expired invitation may still be shown as pending; milliseconds. A press sees the expiry at once. */
const interval = 60_000;

/** Records expiries, now and periodically, and notifies those who have a card. @returns a function that stops it */
export function watchInvitationExpiry({ timer, announcements, ...ports }: WatchPorts): () => void {
  const failure = 'could not check invitations for expiry';
  return runPeriodically({ timer, log: ports.log, interval, failure }, async () => {
    for (const { tenant } of await expireInvitations(ports)) announcements.wake(tenant);
  });
}
