import type { Actor } from '../../domain/actor.ts';
import { aboutInvitation } from '../../domain/history/invitation-event.ts';
import type { InvitationId } from '../../domain/identifiers.ts';
import type { Instant } from '../../domain/instant.ts';
import { cancel } from '../../domain/invitations/invitation-transitions.ts';
import type { Invitation } from '../../domain/invitations/invitation.ts';
import { namedPerson } from '../../domain/named-person.ts';
import { decideInvitation, type DecidingPorts, type DecisionReceipt } from './decide-invitation.ts';

/**
 * Declines an invitation, with the reason if the person gave one; nothing is granted.
 * @throws DomainError('not-allowed', 'invitation-not-found' or 'store-unavailable')
 */
export async function cancelInvitation(
  ports: DecidingPorts,
  actor: Actor,
  { invitation: id, reason }: { readonly invitation: InvitationId; readonly reason?: string | undefined },
): Promise<DecisionReceipt> {
  return decideInvitation(ports, actor, { id, wanted: 'cancel' }, (pending, at) => ({
    ...cancelled(pending, actor, { at, reason }),
    changes: [],
  }));
}

/** A pending invitation after its cancellation, and the entry that records it. */
export function cancelled(
  pending: Invitation,
  actor: Actor,
  { at, reason }: { readonly at: Instant; readonly reason: string | undefined },
) {
  const invitation = cancel(pending, { by: namedPerson(actor), at, reason });
  const given = invitation.status.reason === undefined ? {} : { reason: invitation.status.reason };
  const event = { kind: 'invitationCancelled', ...aboutInvitation(invitation), ...given } as const;
  return { invitation, event };
}
