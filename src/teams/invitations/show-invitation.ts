import { openInvitation } from '../../application/invitations/open-invitation.ts';
import type { InvitationId } from '../../domain/identifiers.ts';
import { invitationCard } from '../invitation-card.ts';
import type { Desk } from '../turn/services.ts';
import type { Turn } from '../turn/turn.ts';

/** Shows an invitation as it stands, for this person; `note` is said above it. Changes nothing. */
export async function showInvitation(desk: Desk, turn: Turn, id: InvitationId, note?: string): Promise<void> {
  const opened = await openInvitation(desk, turn.actor, id);
  const options = { isSandbox: desk.isSandbox, ...(note !== undefined && { note }) };
  turn.show(invitationCard(turn.messages, opened, options));
}
