import type { OpenedInvitation } from '../../application/invitations/open-invitation.ts';
import { microsoftCloudAgreement } from '../../domain/invitations/cloud-agreement.ts';
import type { Messages } from '../../i18n/messages.ts';
import { defineCard } from '../cards/define-card.ts';
import { optional } from '../cards/text.ts';
import { administrationView } from './administration-view.ts';
import { claimsView } from './claims-view.ts';
import { partnerView } from './partner-view.ts';

interface InvitationContent {
  /** The card was posted unprompted: it says how to opt out. */
  readonly isPosted: boolean;
  /** Shown above it. */
  readonly note: string | undefined;
}

/** **Accept Partner Invitation**, while it is pending. */
export const invitationCard = defineCard('invitation', invitationView);

function invitationView(messages: Messages, opened: OpenedInvitation, { isPosted, note }: InvitationContent) {
  const { decision, format, invitation: text, vocabulary } = messages;
  const { invitation } = opened;
  const { name, url } = microsoftCloudAgreement;
  const claims = claimsView(messages, invitation);
  const data = { invitation: invitation.id };
  return {
    ...partnerView(messages, invitation.partner, opened.partner),
    ...administrationView(messages, invitation.delegatedAdmin, claims.hasClaims ? 'besideClaims' : 'alone'),
    ...claims,
    title: text.title,
    note: optional(note),
    asks: `${text.asks} `,
    function: vocabulary.functions[invitation.function],
    powers: text.powers[invitation.function],
    messageTitle: text.message,
    message: optional(invitation.message),
    lapses: text.lapses(format.date(invitation.lapsesAt)),
    mayDecide: opened.mayDecide,
    asksAccount: opened.mayDecide && invitation.function === 'partner',
    account: text.account,
    accountPlaceholder: text.accountPlaceholder,
    asksPurchases: opened.mayDecide && invitation.function === 'mpsaPartner',
    settings: text.settings,
    seesOtherPartners: text.seesOtherPartners,
    agreement: text.agreement(name, url),
    whole: text.whole,
    authorizeTitle: decision.authorize,
    cancelTitle: decision.cancel,
    reason: decision.reason,
    cancelNowTitle: decision.cancelNow,
    data,
    mayNotDecide: !opened.mayDecide,
    onlyRoles: text.onlyRoles(format.list(opened.rolesThatDecide.map((role) => vocabulary.adminRoles[role]))),
    isPosted,
    optOut: text.optOut,
    isSandbox: messages.isSandbox,
    sandboxNote: text.sandboxNote,
  };
}
