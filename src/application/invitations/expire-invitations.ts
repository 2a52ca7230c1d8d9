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
 * Records every invitation, of every tenant, that nobody decided in time. Those that are recorded stay as they are. A tenant
 * whose records cannot be read or written now is logged and left for the next time; the others are not kept waiting by it.
 * @returns those that were recorded just now; who has their cards is to be told
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
      log.error(
        { tenant, error: errorForLog(error) },
        'invitations of a tenant could not be checked for lapse',
      );
    }
  }
  return expired;
}

async function* overdue({ store, clock }: Pick<Ports, 'store' | 'clock'>, tenant: TenantId) {
  for await (const { id, value } of listAll(store, tenant, 'pendingInvitation'))
    if (value.lapsesAt <= clock.now()) yield invitationId(id);
}

/** @returns undefined where somebody settled it first */
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

/** How long after its last day an invitation may still be shown as waiting; milliseconds. A press is told at once. */
const interval = 60_000;

/** Records what lapses, now and from time to time, and has those told who have its card. @returns what ends it */
export function watchInvitationExpiry({ timer, announcements, ...ports }: WatchPorts): () => void {
  const failure = 'invitations could not be checked for lapse';
  return runPeriodically({ timer, log: ports.log, interval, failure }, async () => {
    for (const { tenant } of await expireInvitations(ports)) announcements.wake(tenant);
  });
}
