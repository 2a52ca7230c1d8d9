import { openInvitation, type OpenedInvitation } from '../../application/invitations/open-invitation.ts';
import type { InvitationId } from '../../domain/identifiers.ts';
import type { Messages } from '../../i18n/messages.ts';
import type { AdaptiveCard, Press } from '../cards/card.ts';
import type { Services } from '../turn/services.ts';
import type { Turn } from '../turn/turn.ts';
import { invitationOutcomeCard, isDecided } from './invitation-outcome-view.ts';
import { invitationCard } from './invitation-view.ts';

type Needs = Pick<Services, 'store' | 'directory' | 'roles' | 'clock'>;

/** Shows an invitation to this person. Changes nothing. */
export async function showInvitation(
  services: Needs,
  turn: Turn,
  id: InvitationId,
  shown: CardOptions = {},
): Promise<void> {
  const opened = await openInvitation(services, turn.actor, id);
  turn.show(renderInvitation(turn.messages, opened, shown));
}

interface CardOptions {
  /** The card is posted unprompted: it says how to opt out. */
  readonly isPosted?: boolean;
  /** Shown above it. */
  readonly note?: string | undefined;
  /** The press that was refused until a role is activated. */
  readonly afterActivation?: Press | undefined;
}

/** The card of an invitation: with Authorize and Cancel while it is pending, else with its outcome. */
export function renderInvitation(
  messages: Messages,
  opened: OpenedInvitation,
  { isPosted = false, note, afterActivation }: CardOptions,
): AdaptiveCard {
  const { invitation } = opened;
  if (isDecided(invitation)) {
    const outcome = isPosted ? invitationOutcomeCard.forMany : invitationOutcomeCard;
    return outcome(messages, invitation);
  }
  const card = isPosted ? invitationCard.forMany : invitationCard;
  return card(messages, opened, { isPosted, note, afterActivation });
}
