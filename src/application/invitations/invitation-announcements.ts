import type { PersonId, SubscriberId } from '../../domain/identifiers.ts';
import { arrivalPriority, type PendingSource } from '../../domain/invitations/pending-invitation.ts';
import type { Decision } from '../../domain/invitations/invitation-status.ts';
import type { Invitation } from '../../domain/invitations/invitation.ts';
import { announcementChange } from '../notifications/announce.ts';
import type { Change } from '../ports/store.ts';

/**
 * The changes that announce a pending invitation to everyone; none if it is no longer pending.
 * @param shownIn the chat that shows its card already, if it was pasted into one
 */
export function announceArrival(
  { id, receivedAt, status }: Invitation,
  source: PendingSource,
  shownIn?: SubscriberId,
): Change[] {
  if (status.kind !== 'pending') return [];
  const subject = { kind: 'invitation', invitation: id } as const;
  const to = { kind: 'everyone', ...(shownIn !== undefined && { except: shownIn }) } as const;
  return [
    announcementChange(`${id} received`, { subject, to, at: receivedAt, priority: arrivalPriority(source) }),
  ];
}

/**
 * The changes that notify those who have an invitation's card of its outcome, except whoever caused it. That nothing
 * came of what somebody pasted who is no administrator is as little urgent as its arrival was.
 * @param isQuiet cards change, as last of all, but nobody gets a message: there may be very many
 */
export function announceOutcome(
  { id, status }: Invitation,
  { source, isQuiet = false }: { readonly source?: PendingSource; readonly isQuiet?: boolean } = {},
): Change[] {
  if (status.kind === 'pending') return [];
  const subject = { kind: 'invitation', invitation: id } as const;
  const step = status.kind === 'authorized' ? `authorized ${status.effect.kind}` : status.kind;
  const causedBy = causeOf(status);
  const except = causedBy === undefined ? {} : { except: causedBy };
  const isPasted = source !== undefined && arrivalPriority(source) === 'pasted';
  const isLast = isQuiet || (isPasted && status.kind !== 'authorized');
  const to = { kind: 'holders', ...except, ...(isQuiet && { isQuiet }) } as const;
  const priority = isLast ? 'pasted' : 'other';
  return [announcementChange(`${id} ${step}`, { subject, to, at: status.at, priority })];
}

/** Who knows of an outcome, because it is their doing; undefined if nobody does, as of what the tenant showed. */
function causeOf(status: Decision): PersonId | undefined {
  if (!('by' in status)) return undefined;
  if (status.kind !== 'authorized') return status.by.person;
  const { effect } = status;
  if (effect.kind === 'confirmed') return undefined;
  return effect.kind === 'said' ? effect.by.person : status.by.person;
}
