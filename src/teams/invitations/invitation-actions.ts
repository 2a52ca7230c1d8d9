import { z } from 'zod';
import { authorizeInvitation } from '../../application/invitations/authorize-invitation.ts';
import { cancelInvitation } from '../../application/invitations/cancel-invitation.ts';
import type { DecisionReceipt } from '../../application/invitations/decide-invitation.ts';
import { invitationLists } from '../../application/invitations/list-invitations.ts';
import { openInvitation } from '../../application/invitations/open-invitation.ts';
import { isDomainError } from '../../domain/domain-error.ts';
import { invitationId, type InvitationId } from '../../domain/identifiers.ts';
import { mayDecide } from '../../domain/invitations/decision-rights.ts';
import { includesDelegatedAdmin } from '../../domain/invitations/delegated-admin.ts';
import type { DecisionWanted } from '../../domain/invitations/invitation-status.ts';
import { action, type Action } from '../turn/action.ts';
import { errorText } from '../turn/error-text.ts';
import type { Services } from '../turn/services.ts';
import type { Turn } from '../turn/turn.ts';
import { askCancelGroup, cancelSeveral } from './cancel-group.ts';
import { invitationConfirmCard } from './invitation-confirm-view.ts';
import { showInvitation } from './show-invitation.ts';
import { showInvitationList } from './show-invitations.ts';

type Needs = Pick<Services, 'store' | 'directory' | 'roles' | 'clock' | 'announcements' | 'meter'>;

const invitation = z.string().min(1).max(128).transform(invitationId);

/** Opens an invitation or refreshes its card; changes nothing. */
const openInvitationCard = action(z.looseObject({ invitation }), (services, turn, data) =>
  showInvitation(services, turn, data.invitation),
);

const settings = z.looseObject({
  invitation,
  account: z.string().max(320).exactOptional(),
  seesOtherPartners: z.union([z.literal('true'), z.literal('false')]).exactOptional(),
});

/**
 * **Authorize**: at once or, if it grants administration, after a second step that names what is granted and by whom it
 * is claimed.
 */
const authorize = action(settings, async (services, turn, data) => {
  const opened = await openInvitation(services, turn.actor, data.invitation);
  const needsSecondStep = includesDelegatedAdmin(opened.invitation.function);
  // What a card shows may be minutes old: whoever got the role since must see the second step, too.
  const seesSecondStep = async () =>
    opened.mayDecide || mayDecide(await services.roles.rolesOf(turn.actor), opened.invitation);
  if (needsSecondStep && opened.invitation.status.kind === 'pending' && (await seesSecondStep())) {
    turn.show(invitationConfirmCard(turn.messages, opened.invitation));
    return;
  }
  const chosen = { account: data.account, seesOtherPartners: data.seesOtherPartners === 'true' };
  await decide(services, turn, data.invitation, () =>
    authorizeInvitation(services, turn.actor, { invitation: data.invitation, settings: chosen }),
  );
});

/** The second step of **Authorize**: grants what it named. If something was added meanwhile, it is shown again. */
const confirmAuthorization = action(
  z.looseObject({ invitation, seen: z.string().max(128).exactOptional() }),
  (services, turn, { invitation: id, seen }) =>
    decide(services, turn, id, () =>
      authorizeInvitation(services, turn.actor, { invitation: id, settings: {}, seen }),
    ),
);

/** **Cancel**, with an optional reason. */
const cancel = action(
  z.looseObject({ invitation, reason: z.string().max(500).exactOptional() }),
  (services, turn, data) =>
    decide(services, turn, data.invitation, () => cancelInvitation(services, turn.actor, data)),
);

/** The tenant's invitations, pending or decided. */
export const showInvitations = action(
  z.looseObject({ which: z.enum(invitationLists), after: z.string().max(256).exactOptional() }),
  (services, turn, query) => showInvitationList(services, turn, query),
);

/**
 * Decides and shows the outcome, even if somebody else decided first. A person who may not decide gets the card without
 * its buttons; a mistyped account, the card again; claims that were added meanwhile, the second step.
 */
async function decide(
  services: Needs,
  turn: Turn,
  id: InvitationId,
  press: () => Promise<DecisionReceipt>,
): Promise<void> {
  try {
    await press();
    services.announcements.wake(turn.actor.tenant);
    await showInvitation(services, turn, id);
  } catch (error) {
    if (isDomainError(error, 'invitation-changed')) {
      const { invitation: changed } = await openInvitation(services, turn.actor, id);
      turn.show(invitationConfirmCard(turn.messages, changed, errorText(turn.messages, error)));
      return;
    }
    if (!isDomainError(error, 'account-invalid', 'not-allowed', 'role-not-active')) throw error;
    services.meter.record({ kind: 'refusal', reason: error.code });
    const note = isDomainError(error, 'not-allowed') ? undefined : errorText(turn.messages, error);
    await showInvitation(services, turn, id, note);
  }
}

/** The verbs about invitations; one for each decision that a person may attempt. */
export const invitationActions = {
  'invitation.authorize': authorize,
  'invitation.cancel': cancel,
  'invitation.confirm': confirmAuthorization,
  'invitation.open': openInvitationCard,
  'invitations.cancel': cancelSeveral,
  'invitations.cancelAsk': askCancelGroup,
  'invitations.list': showInvitations,
} satisfies Readonly<Record<`invitation.${DecisionWanted}`, Action>> & Readonly<Record<string, Action>>;
