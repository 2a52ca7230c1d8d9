import { DomainError } from '../../domain/domain-error.ts';
import { aboutInvitation } from '../../domain/history/invitation-event.ts';
import { invitationId, type TenantId } from '../../domain/identifiers.ts';
import type { Instant } from '../../domain/instant.ts';
import { fingerprintOfOffer } from '../../domain/invitations/invitation-fingerprint.ts';
import { asItStands, withdraw } from '../../domain/invitations/invitation-transitions.ts';
import {
  newInvitation,
  tidyOffer,
  type DatedOffer,
  type Invitation,
} from '../../domain/invitations/invitation.ts';
import { auditChange } from '../history/audit-changes.ts';
import type { Clock, NewId } from '../ports/clock.ts';
import type { Change, Store, Versioned } from '../ports/store.ts';
import { retryOnConflict } from '../runtime/retry-on-conflict.ts';
import { type IntakeResult, findBySource, keepingChanges } from './keep-invitation.ts';
import { settlingChanges } from './settle-invitation.ts';

interface Ports {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: NewId;
}

export interface SubmittedInvitation {
  /** The poster's own id, under which it may post again. */
  readonly postedId: string;
  readonly offer: DatedOffer;
  /** Whether the poster takes it back. */
  readonly withdrawn: boolean;
}

/**
 * Keeps an invitation that was posted, or takes it back. Posting the same again changes nothing. A withdrawal that overtook
 * its invitation is kept as well, so that the invitation is not shown when it arrives.
 * @throws DomainError('invitation-differs', 'invitation-already-decided' where it is too late to take it back, or
 *   'store-unavailable')
 */
export async function receiveSubmittedInvitation(
  { store, clock, newId }: Ports,
  tenant: TenantId,
  { postedId, offer, withdrawn }: SubmittedInvitation,
): Promise<IntakeResult> {
  const tidied = tidyOffer(offer);
  const fingerprint = fingerprintOfOffer(tidied);
  const origin = { kind: 'posted', postedId } as const;

  return retryOnConflict(async () => {
    const now = clock.now();
    const known = await findBySource(store, tenant, { kind: 'postedId', postedId });
    if (known !== undefined) {
      if (known.fingerprint !== fingerprint) throw new DomainError('invitation-differs', {});
      if (withdrawn) return takeBack(store, tenant, known.record, now);
      return { outcome: 'known', invitation: asItStands(known.record.value, now) };
    }
    const arrived = newInvitation(tidied, { id: invitationId(newId()), origin, receivedAt: now });
    const invitation = withdrawn ? withdraw(arrived, now) : arrived;
    await store.commit(tenant, [
      ...(await keepingChanges(store, tenant, invitation, { fingerprint })),
      ...(withdrawn ? [withdrawal(invitation, now)] : []),
    ]);
    return { outcome: withdrawn ? 'withdrawn' : 'received', invitation: asItStands(invitation, now) };
  });
}

async function takeBack(
  store: Store,
  tenant: TenantId,
  record: Versioned<Invitation>,
  now: Instant,
): Promise<IntakeResult> {
  if (record.value.status.kind === 'withdrawn') return { outcome: 'known', invitation: record.value };
  const invitation = withdraw(record.value, now);
  const changes = await settlingChanges(store, tenant, record, invitation);
  await store.commit(tenant, [...changes, withdrawal(invitation, now)]);
  return { outcome: 'withdrawn', invitation };
}

function withdrawal(invitation: Invitation, at: Instant): Change {
  return auditChange(at, 'intake', { kind: 'invitationWithdrawn', ...aboutInvitation(invitation) });
}
