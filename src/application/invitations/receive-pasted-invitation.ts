import type { Actor } from '../../domain/actor.ts';
import { invitationId, type SubscriberId } from '../../domain/identifiers.ts';
import { fingerprintOfOffer } from '../../domain/invitations/invitation-fingerprint.ts';
import { asItStands } from '../../domain/invitations/invitation-transitions.ts';
import { newInvitation, tidyOffer, type DatedOffer } from '../../domain/invitations/invitation.ts';
import { namedPerson } from '../../domain/named-person.ts';
import type { Clock, NewId } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { retryOnConflict } from '../runtime/retry-on-conflict.ts';
import { type IntakeResult, findBySource, storingChanges } from './keep-invitation.ts';

interface Ports {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: NewId;
}

export interface PastedInvitation {
  /** Pasted into a chat, or taken from a message by the message action. */
  readonly origin: 'pasted' | 'message';
  readonly offer: DatedOffer & { readonly link: string };
  /** The chat that gets its card in the reply, and need not be notified. */
  readonly shownIn?: SubscriberId | undefined;
}

/**
 * Stores an invitation whose link a person showed to the desk. While one with that link is pending, that one is
 * returned unchanged, whoever showed it first and however it came.
 * @throws DomainError('store-unavailable')
 */
export async function receivePastedInvitation(
  { store, clock, newId }: Ports,
  actor: Actor,
  { origin, offer, shownIn }: PastedInvitation,
): Promise<IntakeResult> {
  const tidied = tidyOffer(offer);
  const fingerprint = fingerprintOfOffer(tidied);

  return retryOnConflict(async () => {
    const now = clock.now();
    const known = await findBySource(store, actor.tenant, { kind: 'link', link: offer.link });
    if (known !== undefined) {
      const earlier = asItStands(known.record.value, now);
      if (earlier.status.kind === 'pending') return { outcome: 'known', invitation: earlier };
    }
    const invitation = newInvitation(tidied, {
      id: invitationId(newId()),
      origin: { kind: origin, by: namedPerson(actor) },
      receivedAt: now,
    });
    const received = { fingerprint, shownIn };
    await store.commit(actor.tenant, await storingChanges(store, actor.tenant, invitation, received));
    return { outcome: 'received', invitation: asItStands(invitation, now) };
  });
}
