import { isDeepStrictEqual } from 'node:util';
import { invitationId } from '../../../domain/identifiers.ts';
import type { Instant } from '../../../domain/instant.ts';
import { fingerprintOfOffer } from '../../../domain/invitations/invitation-fingerprint.ts';
import { newInvitation, tidyOffer, type DatedOffer } from '../../../domain/invitations/invitation.ts';
import { isMailboxFull, type PendingLimits } from '../../../domain/invitations/pending-invitation.ts';
import { claimOf, mailboxSource, withClaim } from '../../../domain/invitations/with-claim.ts';
import { newWatch } from '../../../domain/tenant/mailbox-watch.ts';
import { insert, upsert } from '../../ports/changes.ts';
import type { Clock, NewId } from '../../ports/clock.ts';
import type { MailboxOf } from '../../ports/mailbox-reader.ts';
import type { Change, Store } from '../../ports/store.ts';
import { retryOnConflict } from '../../runtime/retry-on-conflict.ts';
import { joiningChanges, sharingChanges } from '../join-pending.ts';
import { findPendingByLink, storingChanges } from '../keep-invitation.ts';
import { pendingInvitations } from '../pending-invitations.ts';

/** The record id of the one watch of a tenant's mailbox. */
export const mailboxWatchId = 'mailbox';

export interface MailedPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly pendingLimits: Pick<PendingLimits, 'perPerson'>;
}

/** The invitations that one message of a mailbox brought. */
export interface MailedInvitations {
  /** Identifies the message; a hash. */
  readonly message: string;
  readonly receivedAt: Instant;
  readonly offers: readonly (DatedOffer & { readonly link: string })[];
}

/**
 * Stores all invitations of a message in one commit, with a record that the message brought them: whoever reads it again, or at
 * the same time, brings nothing. What it says of an invitation that is pending is kept beside what others said.
 * @returns `handled`: before; `full`: nothing was stored, because too many are pending that came by mail
 * @throws DomainError('store-unavailable'); nothing was stored then
 */
export async function receiveMailedInvitations(
  ports: MailedPorts,
  { tenant, address }: MailboxOf,
  { message, receivedAt, offers }: MailedInvitations,
): Promise<'received' | 'handled' | 'full'> {
  const { store, clock, newId, pendingLimits } = ports;
  return retryOnConflict(async () => {
    if ((await store.get(tenant, 'handledMail', message)) !== undefined) return 'handled';
    // Read before what is counted, and stored again: of two desks that count at once, one conflicts.
    const watch = await store.get(tenant, 'mailboxWatch', mailboxWatchId);
    const now = clock.now();
    const changes: Change[] = [];
    const joined = new Set<string>();
    let isNew = false;
    for (const offer of offers.map(tidyOffer)) {
      const claim = claimOf(offer, mailboxSource(address, offer.mail));
      const known = await findPendingByLink(store, tenant, offer, now);
      if (known === undefined) {
        isNew = true;
        const invitation = newInvitation(offer, {
          id: invitationId(newId()),
          origin: { kind: 'mailbox', address },
          receivedAt: now,
          claims: [claim],
        });
        const fingerprint = fingerprintOfOffer(offer);
        changes.push(...(await storingChanges(store, tenant, invitation, { fingerprint })));
      } else if (!joined.has(known.id)) {
        joined.add(known.id);
        const claimed = withClaim(known.value, claim);
        const adding = isDeepStrictEqual(claimed, known.value)
          ? sharingChanges(store, tenant, known, claim.source)
          : joiningChanges(store, tenant, known, claimed, { claim, at: now, newId });
        changes.push(...(await adding));
      }
    }
    if (isNew && isMailboxFull(await pendingInvitations(store, tenant, now), pendingLimits)) return 'full';
    await store.commit(tenant, [
      ...changes,
      insert('handledMail', message, { receivedAt }),
      upsert('mailboxWatch', mailboxWatchId, watch?.value ?? newWatch(address, now), watch),
    ]);
    return 'received';
  });
}
