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
import { type IntakeResult, findBySource, storingChanges } from './keep-invitation.ts';
import { settlingChanges } from './settle-invitation.ts';

interface Ports {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: NewId;
}

export interface SubmittedInvitation {
  /** The submitter's own id, under which it may submit again. */
  readonly postedId: string;
  readonly offer: DatedOffer;
  /** Whether the submitter withdraws it. */
  readonly withdrawn: boolean;
}

/**
 * Stores a submitted invitation, or withdraws it. Submitting the same again is a no-op. A withdrawal that overtook its
 * invitation is stored as well, so that the invitation is not shown when it arrives.
 * @throws DomainError('invitation-differs', 'invitation-already-decided' if it is too late to withdraw it, or
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
      if (withdrawn) return withdrawKnown(store, tenant, known.record, now);
      return { outcome: 'known', invitation: asItStands(known.record.value, now) };
    }
    const arrived = newInvitation(tidied, { id: invitationId(newId()), origin, receivedAt: now });
    const invitation = withdrawn ? withdraw(arrived, now) : arrived;
    await store.commit(tenant, [
      ...(await storingChanges(store, tenant, invitation, { fingerprint })),
      ...(withdrawn ? [withdrawal(invitation, now)] : []),
    ]);
    return { outcome: withdrawn ? 'withdrawn' : 'received', invitation: asItStands(invitation, now) };
  });
}

async function withdrawKnown(
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
