import type { OpenedInvitation } from '../application/invitations/open-invitation.ts';
import type { Messages } from '../i18n/messages.ts';
import type { AdaptiveCard } from './cards/card.ts';
import { render, renderForMany } from './cards/render.ts';
import { invitationOutcomeView, isDecided } from './invitations/invitation-outcome-view.ts';
import { invitationView } from './invitations/invitation-view.ts';

interface CardOptions {
  readonly isSandbox: boolean;
  /** Nobody asked for it: the card says how to have no more of them. */
  readonly isPosted?: boolean;
  /** Said above it. */
  readonly note?: string;
}

/** The card of an invitation as it stands: with Authorize and Cancel while it waits, else with what became of it. */
export function invitationCard(
  messages: Messages,
  opened: OpenedInvitation,
  { isSandbox, isPosted = false, note }: CardOptions,
): AdaptiveCard {
  const { invitation } = opened;
  const draw = isPosted ? renderForMany : render;
  return isDecided(invitation)
    ? draw('invitation-outcome', invitationOutcomeView(messages, invitation, isSandbox))
    : draw('invitation', invitationView(messages, opened, { isSandbox, isPosted, note }));
}
