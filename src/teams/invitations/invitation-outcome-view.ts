import { acceptancePageOf } from '../../domain/invitations/admin-center-page.ts';
import { remarksIn, type Decision, type Effect } from '../../domain/invitations/invitation-status.ts';
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
  const { decision, format, invitation: text, vocabulary } = messages;
  const { status } = invitation;
  const words = decision.words[status.kind];
  const [remark] = remarksIn(status);
  const authorized = status.kind === 'authorized' ? status : undefined;
  const effect = authorized?.effect;
  const page = effect && pageToFinish(messages, invitation, effect);
  return {
    ...administrationView(messages, authorized === undefined ? { kind: 'none' } : invitation.delegatedAdmin),
    title: words.title,
    color: status.kind === 'authorized' ? 'good' : 'default',
    partner: identifyingName(messages, invitation.partner),
    function: ` · ${vocabulary.functions[invitation.function]}`,
    decided: words.decided({ who: whoDecided(messages, status), when: format.moment(status.at) }),
    reason: optional(remark && decision.remarks[remark.field](remark.text)),
    isAuthorized: authorized !== undefined,
    agreement: optional(
      authorized && text.agreementAccepted(authorized.agreement.name, authorized.agreement.url),
    ),
    effect: optional(effect && text.effect[effect.kind]),
    granted: text.granted,
    powers: text.powers[invitation.function],
    settings: optional(authorized && settingsText(messages, authorized.settings)),
    finisher: optional(
      page !== undefined && invitation.delegatedAdmin.kind === 'granular'
        ? text.globalAdministratorOnly
        : undefined,
    ),
    hasPage: page !== undefined,
    openTitle: text.openAdminCenter,
    page: page ?? '',
    listTitle: text.listTitle,
    listData: { which: 'pending' },
    isSandbox: messages.isSandbox && authorized !== undefined,
    sandboxNote: text.sandboxNote,
  };
}

/** The page on which a person finishes in Microsoft 365 what was decided here; undefined if nothing is left to do. */
function pageToFinish(messages: Messages, invitation: Invitation, effect: Effect): string | undefined {
  if (effect.kind === 'awaiting') return effect.adminCenterPage;
  const isLeft = messages.isOnlyRecorded || effect.kind === 'recorded';
  return isLeft ? acceptancePageOf(invitation) : undefined;
}

/** Who made a decision; empty where nobody did. */
function whoDecided(messages: Messages, status: Decision): string {
  return 'by' in status ? personName(messages, status.by) : '';
}

/** One line about the outcome, for those who had the card. */
export function decidedNotice(messages: Messages, { partner, status }: DecidedInvitation): string {
  return messages.decision.words[status.kind].notice({
    who: whoDecided(messages, status),
    partner: identifyingName(messages, partner),
  });
}
