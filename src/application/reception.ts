import type { Invitation } from '../domain/invitations/invitation.ts';

/**
 * What came of an invitation that arrived: `received` is new, and the administrators are to be told; `known` came before,
 * and nothing changed; `withdrawn` was taken back just now, and those who have its card are to be told.
 */
export interface Reception {
  readonly outcome: 'received' | 'known' | 'withdrawn';
  /** As it stands now: one that arrived late may have lapsed already. */
  readonly invitation: Invitation;
}
