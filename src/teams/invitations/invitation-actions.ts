import { z } from 'zod';
import { authorizeInvitation } from '../../application/invitations/authorize-invitation.ts';
import { cancelInvitation } from '../../application/invitations/cancel-invitation.ts';
import type { DecisionReceipt } from '../../application/invitations/decide-invitation.ts';
import { invitationLists } from '../../application/invitations/list-invitations.ts';
import { openInvitation, type OpenedInvitation } from '../../application/invitations/open-invitation.ts';
import { isDomainError } from '../../domain/domain-error.ts';
import { invitationId, type InvitationId } from '../../domain/identifiers.ts';
import { includesDelegatedAdmin } from '../../domain/invitations/delegated-admin.ts';
import { mayDecide, mayFinish } from '../../domain/invitations/decision-rights.ts';
import type { DecisionWanted } from '../../domain/invitations/invitation-status.ts';
import type { Press } from '../cards/card.ts';
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
  const { invitation: id } = data;
  const opened = await openInvitation(services, turn.actor, id);
  const { invitation: asked } = opened;
  if (includesDelegatedAdmin(asked.function) && asked.status.kind === 'pending') {
    const confirming = await whoConfirms(services, turn, opened);
    if (confirming !== undefined) {
      turn.show(invitationConfirmCard(turn.messages, confirming));
      return;
    }
  }
  const chosen = { account: data.account, seesOtherPartners: data.seesOtherPartners === 'true' };
  await decide(services, turn, { id, press: { verb: 'invitation.authorize', data } }, () =>
    authorizeInvitation(services, turn.actor, { invitation: id, settings: chosen }),
  );
});

/**
 * The invitation for its second step; undefined for somebody who may not decide it. What a card shows may be minutes
 * old: whoever got the role since must see the second step, too.
 */
async function whoConfirms(
  { roles }: Pick<Services, 'roles'>,
  turn: Turn,
  opened: OpenedInvitation,
): Promise<Pick<OpenedInvitation, 'invitation' | 'mayFinish' | 'at'> | undefined> {
  if (opened.mayDecide) return opened;
  const { invitation: asked, at } = opened;
  const held = await roles.rolesOf(turn.actor);
  return mayDecide(held, asked) ? { invitation: asked, at, mayFinish: mayFinish(held, asked) } : undefined;
}

/** The second step of **Authorize**: grants what it named. If something was added meanwhile, it is shown again. */
const confirmAuthorization = action(
  z.looseObject({ invitation, seen: z.string().max(128).exactOptional() }),
  (services, turn, data) => {
    const { invitation: id, seen } = data;
    return decide(services, turn, { id, press: { verb: 'invitation.confirm', data } }, () =>
      authorizeInvitation(services, turn.actor, { invitation: id, settings: {}, seen }),
    );
  },
);

/** **Cancel**, with an optional reason. */
const cancel = action(
  z.looseObject({ invitation, reason: z.string().max(500).exactOptional() }),
  (services, turn, data) =>
    decide(services, turn, { id: data.invitation, press: { verb: 'invitation.cancel', data } }, () =>
      cancelInvitation(services, turn.actor, data),
    ),
);

/** The tenant's invitations, pending or decided. */
export const showInvitations = action(
  z.looseObject({ which: z.enum(invitationLists), after: z.string().max(256).exactOptional() }),
  (services, turn, query) => showInvitationList(services, turn, query),
);

/**
 * Decides and shows the outcome, even if somebody else decided first. A person who may not decide gets the card without
 * its buttons; one who has to activate a role first, the card with a way to do that and to press again; a mistyped
 * account, the card again; claims that were added meanwhile, the second step.
 * @param press what was pressed, to be repeated
 */
async function decide(
  services: Needs,
  turn: Turn,
  { id, press }: { readonly id: InvitationId; readonly press: Press },
  perform: () => Promise<DecisionReceipt>,
): Promise<void> {
  try {
    await perform();
    services.announcements.wake(turn.actor.tenant);
    await showInvitation(services, turn, id);
  } catch (error) {
    if (isDomainError(error, 'invitation-changed')) {
      const changed = await openInvitation(services, turn.actor, id);
      turn.show(invitationConfirmCard(turn.messages, changed, errorText(turn.messages, error)));
      return;
    }
    if (!isDomainError(error, 'account-invalid', 'not-allowed', 'role-not-active')) throw error;
    services.meter.record({ kind: 'refusal', reason: error.code });
    const note = isDomainError(error, 'not-allowed') ? undefined : errorText(turn.messages, error);
    const afterActivation = isDomainError(error, 'role-not-active') ? press : undefined;
    await showInvitation(services, turn, id, { note, afterActivation });
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
