import { isDeepStrictEqual } from 'node:util';
import { DomainError } from '../../domain/domain-error.ts';
import { aboutInvitation } from '../../domain/history/invitation-event.ts';
import { invitationId, type TenantId } from '../../domain/identifiers.ts';
import type { Instant } from '../../domain/instant.ts';
import { fingerprintOfOffer, sourceKey } from '../../domain/invitations/invitation-fingerprint.ts';
import { asItStands, withdraw } from '../../domain/invitations/invitation-transitions.ts';
import {
  newInvitation,
  tidyOffer,
  type DatedOffer,
  type Invitation,
} from '../../domain/invitations/invitation.ts';
import { identityOfAddress } from '../../domain/invitations/link/link-identity.ts';
import { claimOf, withClaim } from '../../domain/invitations/with-claim.ts';
import { auditChange } from '../history/audit-changes.ts';
import { insert } from '../ports/changes.ts';
import type { Clock, NewId } from '../ports/clock.ts';
import type { Change, Store, Versioned } from '../ports/store.ts';
import { retryOnConflict } from '../runtime/retry-on-conflict.ts';
import { joiningChanges } from './join-pending.ts';
import { type IntakeResult, findBySource, findPendingByLink, storingChanges } from './keep-invitation.ts';
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
 * invitation is stored as well, so that the invitation is not shown when it arrives. While one with the same link is
 * pending, what is submitted joins it: it is decided once. The latest id under which it was submitted can withdraw it.
 * @throws DomainError('invitation-differs', 'invitation-already-decided' if it is too late to withdraw it, or
 *   'store-unavailable')
 */
export async function receiveSubmittedInvitation(
  ports: Ports,
  tenant: TenantId,
  { postedId, offer, withdrawn }: SubmittedInvitation,
): Promise<IntakeResult> {
  const { store, clock, newId } = ports;
  const tidied = tidyOffer(offer);
  const fingerprint = fingerprintOfOffer(tidied);
  const origin = { kind: 'posted', postedId } as const;

  return retryOnConflict(async () => {
    const now = clock.now();
    const known = await findBySource(store, tenant, { kind: 'postedId', postedId });
    if (known !== undefined) {
      if (known.fingerprint !== fingerprint) throw new DomainError('invitation-differs', {});
      const isTheirs = isDeepStrictEqual(known.record.value.origin, origin);
      if (withdrawn && isTheirs) return withdrawKnown(store, tenant, known.record, now);
      return { outcome: 'known', invitation: asItStands(known.record.value, now) };
    }
    // A link that opens no invitation tells none from another.
    const joins = !withdrawn && tidied.link !== undefined && identityOfAddress(tidied.link) !== undefined;
    const pending = joins ? await findPendingByLink(store, tenant, tidied, now) : undefined;
    if (pending !== undefined) return joinPending(ports, tenant, pending, { postedId, offer: tidied, now });
    const arrived = newInvitation(tidied, { id: invitationId(newId()), origin, receivedAt: now });
    const invitation = withdrawn ? withdraw(arrived, now) : arrived;
    await store.commit(tenant, [
      ...(await storingChanges(store, tenant, invitation, { fingerprint })),
      ...(withdrawn ? [withdrawal(invitation, now)] : []),
    ]);
    return { outcome: withdrawn ? 'withdrawn' : 'received', invitation: asItStands(invitation, now) };
  });
}

interface Joining {
  readonly postedId: string;
  readonly offer: DatedOffer;
  readonly now: Instant;
}

/** Adds what was submitted to a pending invitation with the same link, which then counts as submitted. */
async function joinPending(
  { store, newId }: Ports,
  tenant: TenantId,
  record: Versioned<Invitation>,
  { postedId, offer, now }: Joining,
): Promise<IntakeResult> {
  const { value: before } = record;
  const origin = { kind: 'posted', postedId } as const;
  const claim = claimOf(offer, { kind: 'submitted' });
  const alone = newInvitation(offer, { id: before.id, origin, receivedAt: now });
  const claimed = withClaim(before, claim);
  const invitation: Invitation = {
    ...claimed,
    origin,
    // What a link lets guess gives way to what was submitted.
    partner: { ...claimed.partner, id: offer.partner.id, idIsGuess: offer.partner.idIsGuess },
    lapsesAt: alone.lapsesAt < before.lapsesAt ? alone.lapsesAt : before.lapsesAt,
  };
  const key = sourceKey({ kind: 'postedId', postedId });
  await store.commit(tenant, [
    ...(await joiningChanges(store, tenant, record, invitation, { claim, at: now, newId })),
    insert('receivedInvitation', key, { invitation: before.id, fingerprint: fingerprintOfOffer(offer) }),
    auditChange(now, 'intake', {
      kind: 'invitationReceived',
      ...aboutInvitation(invitation),
      origin: origin.kind,
    }),
  ]);
  return { outcome: 'received', invitation };
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
