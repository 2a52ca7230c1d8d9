import type { PersonId, ProviderId } from '../identifiers.ts';
import type { PendingSource } from './pending-invitation.ts';

/** The kinds of `PendingGroup`. */
export const pendingGroupKinds = ['person', 'partner'] as const;

/** Pending invitations that can be cancelled at once: all that one person pasted, or all of one partner. */
export type PendingGroup =
  { readonly kind: 'person'; readonly of: PersonId } | { readonly kind: 'partner'; readonly of: ProviderId };

interface Sources {
  readonly source: PendingSource;
  readonly first?: PendingSource | undefined;
}

/** Whether a group holds it. What somebody else submitted or pasted, too, is in the group of no person. */
export function isInGroup({ source, first }: Sources, group: PendingGroup): boolean {
  return isFrom(source, group) && (group.kind === 'partner' || first === undefined);
}

/** Whether a group holds it, or did before somebody else submitted or pasted it, too. */
export function wasInGroup({ source, first }: Sources, group: PendingGroup): boolean {
  return isFrom(first ?? source, group) || isInGroup({ source, first }, group);
}

/** Whether it was pasted first, and is not among the group's pasted ones because of somebody else. */
export function isShared({ source, first }: Sources, group: PendingGroup): boolean {
  if (first?.kind !== 'pasted') return false;
  return group.kind === 'person' || source.kind === 'submitted' || source.partner !== group.of;
}

function isFrom(source: PendingSource, { kind, of }: PendingGroup): boolean {
  if (kind === 'partner') return source.partner === of;
  return source.kind === 'pasted' && source.by.person === of;
}
