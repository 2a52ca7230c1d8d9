import { microsoftCloudAgreement } from '../../domain/invitations/cloud-agreement.ts';
import type { Invitation } from '../../domain/invitations/invitation.ts';
import type { Messages } from '../../i18n/messages.ts';
import { defineCard } from '../cards/define-card.ts';
import { administrationView } from './administration-view.ts';
import { identifyingName } from './partner-view.ts';

/** The second step before administration is granted: names it and asks to confirm. */
export const invitationConfirmCard = defineCard('invitation-confirm', invitationConfirmView);

function invitationConfirmView(messages: Messages, invitation: Invitation) {
  const { invitation: text } = messages;
  const { name, url } = microsoftCloudAgreement;
  return {
    ...administrationView(messages, invitation.delegatedAdmin),
    title: text.confirmTitle(identifyingName(messages, invitation.partner)),
    lead: text.confirmLead,
    agreement: text.agreement(name, url),
    confirmTitle: text.confirmAuthorize,
    backTitle: text.back,
    data: { invitation: invitation.id },
  };
}
