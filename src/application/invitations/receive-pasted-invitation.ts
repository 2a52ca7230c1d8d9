import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../../domain/actor.ts';
import { DomainError, isDomainError } from '../../domain/domain-error.ts';
import { invitationId, personId, type SubscriberId } from '../../domain/identifiers.ts';
import { acceptPartners, hasOneOf } from '../../domain/invitations/decision-rights.ts';
import { fingerprintOfOffer } from '../../domain/invitations/invitation-fingerprint.ts';
import { asItStands } from '../../domain/invitations/invitation-transitions.ts';
import { newInvitation, tidyOffer, type DatedOffer } from '../../domain/invitations/invitation.ts';
import { limitReached } from '../../domain/invitations/pending-invitation.ts';
import { claimOf, withClaim } from '../../domain/invitations/with-claim.ts';
import { namedPerson } from '../../domain/named-person.ts';
import type { Roles } from '../ports/authority.ts';
import { upsert } from '../ports/changes.ts';
import type { Clock, NewId } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { retryOnConflict } from '../runtime/retry-on-conflict.ts';
import { joiningChanges, sharingChanges } from './join-pending.ts';
import { type IntakeResult, findPendingByLink, storingChanges } from './keep-invitation.ts';
import type { PasteLimits } from './paste-limits.ts';
import { pendingInvitations } from './pending-invitations.ts';

export interface PastingPorts {
  readonly store: Store;
  readonly roles: Roles;
  readonly pasteLimits: PasteLimits;
  readonly clock: Clock;
  readonly newId: NewId;
}

export interface PastedInvitation {
  /** Pasted into a chat, taken from a message by the message action, or read from the file of a mail. */
  readonly origin: 'pasted' | 'message' | 'file';
  readonly offer: DatedOffer & { readonly link: string };
  /** The chat that gets its card in the reply, and need not be notified. */
  readonly shownIn?: SubscriberId | undefined;
}

/**
 * Stores an invitation whose link a person showed to the desk. While one with that link is pending, whoever showed it
 * first and however it came, what this person claims of it is kept beside what others did.
 * @throws DomainError('too-many-pending' or 'store-unavailable'); nothing was stored then
 */
export async function receivePastedInvitation(
  { store, roles, pasteLimits, clock, newId }: PastingPorts,
  actor: Actor,
  { origin, offer, shownIn }: PastedInvitation,
): Promise<IntakeResult> {
  const tidied = tidyOffer(offer);
  const fingerprint = fingerprintOfOffer(tidied);
  const isAdministrator = await isCertainlyAdministrator(roles, actor);
  const pastedBy = { person: personId(actor.person), isAdministrator };
  const claim = claimOf(tidied, { kind: 'person', by: namedPerson(actor), isAdministrator });

  const paste = async (): Promise<IntakeResult> => {
    const now = clock.now();
    const known = await findPendingByLink(store, actor.tenant, tidied, now);
    if (known !== undefined) {
      const claimed = withClaim(known.value, claim);
      if (isDeepStrictEqual(claimed, known.value)) {
        const sharing = await sharingChanges(store, actor.tenant, known, claim.source);
        if (sharing.length > 0) await store.commit(actor.tenant, sharing);
        return { outcome: 'known', invitation: claimed };
      }
      const joining = { claim, at: now, newId };
      await store.commit(actor.tenant, await joiningChanges(store, actor.tenant, known, claimed, joining));
      return { outcome: 'known', invitation: claimed };
    }
    // Read before what is counted: whoever pastes meanwhile changes it, so that this commit conflicts.
    const latest = await store.get(actor.tenant, 'latestPaste', 'latest');
    const full = limitReached(await pendingInvitations(store, actor.tenant, now), pastedBy, pasteLimits);
    if (full !== undefined) throw new DomainError('too-many-pending', full);
    const invitation = newInvitation(tidied, {
      id: invitationId(newId()),
      origin: { kind: origin, by: namedPerson(actor) },
      receivedAt: now,
      claims: [claim],
    });
    await store.commit(actor.tenant, [
      ...(await storingChanges(store, actor.tenant, invitation, { fingerprint, shownIn, isAdministrator })),
      upsert('latestPaste', 'latest', { invitation: invitation.id }, latest),
    ]);
    return { outcome: 'received', invitation: asItStands(invitation, now) };
  };
  return pasteLimits.inTurn(actor.tenant, () => retryOnConflict(paste));
}

/** Whose roles cannot be read may paste as much as those who have none: nothing that was pasted is lost. */
async function isCertainlyAdministrator(roles: Roles, actor: Actor): Promise<boolean> {
  try {
    return hasOneOf(await roles.rolesOf(actor), acceptPartners);
  } catch (error) {
    if (isDomainError(error, 'roles-unavailable')) return false;
    throw error;
  }
}
