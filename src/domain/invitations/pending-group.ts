import type { PersonId, ProviderId } from '../identifiers.ts';
import type { PendingSource } from './pending-invitation.ts';

/** The kinds of `PendingGroup`. */
export const pendingGroupKinds = ['person', 'partner', 'mailbox'] as const;

/**
 * Pending invitations that can be cancelled at once: all that one person pasted, all of one partner, or all that came as
 * mail to the mailbox that the desk reads.
 */
export type PendingGroup =
  | { readonly kind: 'person'; readonly of: PersonId }
  | { readonly kind: 'partner'; readonly of: ProviderId }
  | { readonly kind: 'mailbox'; readonly of: 'mailbox' };

/** All that came as mail to the mailbox. */
export const mailboxGroup: PendingGroup = { kind: 'mailbox', of: 'mailbox' };

interface Sources {
  readonly source: PendingSource;
  readonly first?: PendingSource | undefined;
}

/** Whether a group holds it. What somebody else submitted or pasted, too, is in the group of no person or mailbox. */
export function isInGroup({ source, first }: Sources, group: PendingGroup): boolean {
  return isFrom(source, group) && (group.kind === 'partner' || first === undefined);
}

/** Whether a group holds it, or did before somebody else submitted or pasted it, too. */
export function wasInGroup({ source, first }: Sources, group: PendingGroup): boolean {
  return isFrom(first ?? source, group) || isInGroup({ source, first }, group);
}

/** Whether it was pasted or mailed first, and is not among the group's pasted ones because of somebody else. */
export function isShared({ source, first }: Sources, group: PendingGroup): boolean {
  if (first === undefined || first.kind === 'submitted') return false;
  return group.kind !== 'partner' || source.kind === 'submitted' || source.partner !== group.of;
}

function isFrom(source: PendingSource, { kind, of }: PendingGroup): boolean {
  if (kind === 'partner') return source.partner === of;
  if (kind === 'mailbox') return source.kind === 'mailbox';
  return source.kind === 'pasted' && source.by.person === of;
}
