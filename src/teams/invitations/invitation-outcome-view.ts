import type { Decision } from '../../domain/invitations/invitation-status.ts';
import type { Invitation, InvitationThatIs } from '../../domain/invitations/invitation.ts';
import type { Messages } from '../../i18n/messages.ts';
import { defineCard } from '../cards/define-card.ts';
import { optional, personName } from '../cards/text.ts';
import { administrationView } from './administration-view.ts';
import { identifyingName } from './partner-view.ts';
import { settingsText } from './settings-text.ts';

/** An invitation that was decided, or can no longer be. */
export type DecidedInvitation = InvitationThatIs<Decision['kind']>;

export function isDecided(invitation: Invitation): invitation is DecidedInvitation {
  return invitation.status.kind !== 'pending';
}

/** The outcome of an invitation; replaces its card, so that no used button stays. */
export const invitationOutcomeCard = defineCard('invitation-outcome', invitationOutcomeView);

function invitationOutcomeView(messages: Messages, invitation: DecidedInvitation) {
  const { invitation: text, vocabulary } = messages;
  const { status } = invitation;
  const authorized = status.kind === 'authorized' ? status : undefined;
  const effect = authorized?.effect;
  const reason = status.kind === 'cancelled' ? status.reason : undefined;
  return {
    ...administrationView(messages, authorized === undefined ? { kind: 'none' } : invitation.delegatedAdmin),
    title: text.decidedTitle[status.kind],
    color: status.kind === 'authorized' ? 'good' : 'default',
    partner: identifyingName(messages, invitation.partner),
    function: ` · ${vocabulary.functions[invitation.function]}`,
    decided: decidedText(messages, status),
    reason: optional(reason === undefined ? undefined : text.because(reason)),
    isAuthorized: authorized !== undefined,
    agreement: optional(
      authorized && text.agreementAccepted(authorized.agreement.name, authorized.agreement.url),
    ),
    effect: optional(effect && text.effect[effect.kind]),
    granted: text.granted,
    powers: text.powers[invitation.function],
    settings: optional(authorized && settingsText(messages, authorized.settings)),
    isAwaiting: effect?.kind === 'awaiting',
    openTitle: text.openAdminCenter,
    page: effect?.kind === 'awaiting' ? effect.adminCenterPage : '',
    listTitle: text.listTitle,
    listData: { which: 'pending' },
    isSandbox: messages.isSandbox && authorized !== undefined,
    sandboxNote: text.sandboxNote,
  };
}

/** Who decided what, and when. */
function decidedText(messages: Messages, status: Decision): string {
  const { format, invitation: text } = messages;
  const when = format.moment(status.at);
  switch (status.kind) {
    case 'authorized':
      return text.authorizedBy(personName(messages, status.by), when);
    case 'cancelled':
      return text.cancelledBy(personName(messages, status.by), when);
    case 'lapsed':
      return text.lapsedOn(when);
    case 'withdrawn':
      return text.withdrawnOn(when);
  }
}

/** One line about the outcome, for those who had the card. */
export function decidedNotice(messages: Messages, invitation: DecidedInvitation): string {
  const { decidedNotice: text } = messages.invitation;
  const { status } = invitation;
  const partner = identifyingName(messages, invitation.partner);
  if (status.kind === 'authorized' || status.kind === 'cancelled') {
    return text[status.kind](personName(messages, status.by), partner);
  }
  return text[status.kind](partner);
}
