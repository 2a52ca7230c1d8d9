import type { PersonId, ProviderId } from '../identifiers.ts';
import type { PendingSource } from './pending-invitation.ts';

/** The kinds of `PendingGroup`. */
export const pendingGroupKinds = ['person', 'partner'] as const;

/** Pending invitations that can be cancelled at once: all that one person pasted, or all of one partner. */
export type PendingGroup =
  { readonly kind: 'person'; readonly of: PersonId } | { readonly kind: 'partner'; readonly of: ProviderId };

export function isInGroup(source: PendingSource, { kind, of }: PendingGroup): boolean {
  if (kind === 'partner') return source.partner === of;
  return source.kind === 'pasted' && source.by.person === of;
}
