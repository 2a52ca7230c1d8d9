import type { OpenedInvitation } from '../application/open-invitation.ts';
import type { Messages } from '../i18n/messages.ts';
import type { AdaptiveCard } from './card.ts';
import { render } from './render.ts';
import { invitationOutcomeView, isDecided } from './views/invitation-outcome-view.ts';
import { invitationView } from './views/invitation-view.ts';

/** The card of an invitation as it stands: with Authorize and Cancel while it waits, else with what became of it. */
export function invitationCard(
  messages: Messages,
  opened: OpenedInvitation,
  { isSandbox, note }: { readonly isSandbox: boolean; readonly note?: string },
): AdaptiveCard {
  const { invitation } = opened;
  return isDecided(invitation)
    ? render('invitation-outcome', invitationOutcomeView(messages, invitation, isSandbox))
    : render('invitation', invitationView(messages, opened, isSandbox, note));
}
