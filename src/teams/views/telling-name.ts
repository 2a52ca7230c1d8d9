import type { InvitingPartner } from '../../domain/invitations/invitation.ts';
import type { Messages } from '../../i18n/messages.ts';
import { shortened } from '../cards/text.ts';
import { partnerName } from '../invitations/partner-view.ts';

/** What a partner is called beside others: one without a name by its tenant, so that it can be told from another such. */
export function tellingName(messages: Messages, partner: InvitingPartner): string {
  if (partner.name === undefined) return messages.invitation.tenant(partner.id);
  return shortened(partnerName(messages, partner), 80);
}
