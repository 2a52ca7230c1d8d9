import { acceptancePageOf } from '../../domain/invitations/admin-center-page.ts';
import { isNow } from '../../domain/invitations/invitation-transitions.ts';
import { remarksIn, type Decision, type Effect } from '../../domain/invitations/invitation-status.ts';
import type { Invitation, InvitationThatIs } from '../../domain/invitations/invitation.ts';
import type { Messages } from '../../i18n/messages.ts';
import { defineCard } from '../cards/define-card.ts';
import { optional, personName, shortened } from '../cards/text.ts';
import { administrationView } from './administration-view.ts';
import { effectView, todoOf } from './effect-view.ts';
import { identifyingName } from './partner-view.ts';
import { settingsText } from './settings-text.ts';
import { providerView } from './provider-view.ts';

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
    ...providerView(messages, invitation),
    ...administrationView(messages, authorized === undefined ? { kind: 'none' } : invitation.delegatedAdmin),
    title: words.title,
    color: colorOf(effect),
    partner: identifyingName(messages, invitation.partner),
    function: ` · ${vocabulary.functions[invitation.function]}`,
    decided: words.decided({ who: whoDecided(messages, status), when: format.moment(status.at) }),
    reason: optional(remark && decision.remarks[remark.field](remark.text)),
    isAuthorized: authorized !== undefined,
    agreement: optional(
      authorized && text.agreementAccepted(authorized.agreement.name, authorized.agreement.url),
    ),
    ...effectView(
      messages,
      effect ?? { kind: 'recorded' },
      isNow(invitation, 'authorized') ? todoOf(invitation) : 'reseller',
    ),
    granted: grantedOf(messages, effect),
    powers: text.powers[invitation.function],
    settings: optional(authorized && settingsText(messages, authorized.settings)),
    finisher: optional(
      page !== undefined && effect?.kind !== 'awaiting' && invitation.delegatedAdmin.kind === 'granular'
        ? text.globalAdministratorOnly
        : undefined,
    ),
    saidData: { invitation: invitation.id },
    hasPage: page !== undefined,
    openTitle: text.openAdminCenter,
    page: page ?? '',
    listTitle: text.listTitle,
    listData: { which: 'pending' },
    isSandbox: messages.isSandbox && authorized !== undefined,
    sandboxNote: text.sandboxNote,
  };
}

/** Green is what is done: neither what is still to be done at Microsoft, nor what was approved otherwise there. */
function colorOf(effect: Effect | undefined): 'good' | 'default' {
  if (effect === undefined || effect.kind === 'awaiting') return 'default';
  return effect.kind === 'confirmed' && effect.otherRoles !== undefined ? 'default' : 'good';
}

/** What stands before the powers that were granted: they are not there before it was done at Microsoft. */
function grantedOf(
  { atMicrosoft: text, invitation, isOnlyRecorded, readsTenant }: Messages,
  effect: Effect | undefined,
): string {
  if (isOnlyRecorded || effect === undefined) return invitation.granted;
  if (effect.kind === 'said') return text.ifDone;
  const isSeen = effect.kind === 'confirmed' || (effect.kind === 'inEffect' && !readsTenant);
  return isSeen ? invitation.granted : text.onceDone;
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
  const { atMicrosoft: text, isOnlyRecorded } = messages;
  if (status.kind === 'authorized' && !isOnlyRecorded) {
    const { effect } = status;
    const name = identifyingName(messages, partner);
    if (effect.kind === 'said') return text.saidNotice(personName(messages, effect.by), name);
    if (effect.kind === 'confirmed') {
      const { completed, otherRoles } = effect;
      const seen = otherRoles === undefined ? text.confirmedNotice(name) : text.otherRolesNotice(name);
      return completed === undefined ? seen : `${seen} ${text.completedNotice(shortened(completed.by, 120))}`;
    }
  }
  return messages.decision.words[status.kind].notice({
    who: whoDecided(messages, status),
    partner: identifyingName(messages, partner),
  });
}
