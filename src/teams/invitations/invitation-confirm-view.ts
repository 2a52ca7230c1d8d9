import type { OpenedInvitation } from '../../application/invitations/open-invitation.ts';
import { revisionOf } from '../../domain/invitations/claim-groups.ts';
import { microsoftCloudAgreement } from '../../domain/invitations/cloud-agreement.ts';
import type { Messages } from '../../i18n/messages.ts';
import { defineCard } from '../cards/define-card.ts';
import { optional } from '../cards/text.ts';
import { administrationView } from './administration-view.ts';
import { claimsView } from './claims-view.ts';
import { finisherOf } from './invitation-view.ts';
import { mailOriginView } from './mail/mail-origin-view.ts';
import { identifyingName } from './partner-view.ts';
import { providerView } from './provider-view.ts';

type Shown = Pick<OpenedInvitation, 'invitation' | 'mayFinish' | 'at' | 'provider'>;

/** The second step before administration is granted: names it and asks to confirm. */
export const invitationConfirmCard = defineCard('invitation-confirm', invitationConfirmView);

/** @param note shown above it */
function invitationConfirmView(messages: Messages, opened: Shown, note?: string) {
  const { invitation } = opened;
  const { partner } = invitation;
  const { invitation: text } = messages;
  const { name, url } = microsoftCloudAgreement;
  const claims = claimsView(messages, invitation);
  return {
    ...providerView(messages, invitation, opened.provider),
    ...administrationView(messages, invitation.delegatedAdmin, {
      place: claims.hasClaims ? 'besideClaims' : 'alone',
      now: opened.at,
    }),
    ...claims,
    ...mailOriginView(messages, invitation),
    note: optional(note),
    title:
      partner.name === undefined
        ? text.confirmTitleUnnamed
        : text.confirmTitle(identifyingName(messages, partner)),
    nameClaimed: optional(partner.name?.claimed === true ? text.confirmNameClaimed : undefined),
    tenant: partner.idIsGuess ? text.guessedTenant(partner.id) : text.tenant(partner.id),
    lead: text.confirmLead,
    finisher: optional(finisherOf(messages, opened)),
    agreement: text.agreement(name, url),
    confirmTitle: text.confirmAuthorize,
    backTitle: text.back,
    data: { invitation: invitation.id },
    // What is named here is what may be confirmed with it.
    confirmData: { invitation: invitation.id, seen: revisionOf(invitation) },
  };
}
