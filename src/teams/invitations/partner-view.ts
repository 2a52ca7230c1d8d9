import type { KnownPartner } from '../../application/invitations/known-partner.ts';
import type { InvitingPartner } from '../../domain/invitations/invitation.ts';
import type { Messages } from '../../i18n/messages.ts';
import { optional, shortened } from '../cards/text.ts';
import { placeOf } from '../providers/provider-text.ts';

/** A partner's name, or a placeholder; untrusted text. */
export function partnerName({ invitation: text }: Messages, partner: InvitingPartner): string {
  return partner.name === undefined ? text.unnamed : shortened(partner.name.value, 256);
}

/** Who a partner is, and how well that is known: what an invitation says of itself proves nothing. */
export function partnerView(messages: Messages, partner: InvitingPartner, known: KnownPartner) {
  const { invitation: text } = messages;
  const isListed = typeof known.listedAs === 'object';
  const isKnown = isListed || known.contactedBefore;
  return {
    partner: partnerName(messages, partner),
    claimed: ` – ${text.claimed}`,
    isClaimed: partner.name?.claimed === true,
    domain: optional(partner.domain?.value),
    tenant: partner.idIsGuess ? text.guessedTenant(partner.id) : text.tenant(partner.id),
    isListed,
    listed: optional(
      typeof known.listedAs === 'object'
        ? text.listed(known.listedAs.name, placeOf(messages, known.listedAs))
        : undefined,
    ),
    isContacted: known.contactedBefore,
    contacted: text.contacted,
    hasPartnerWarning: !isKnown || !known.contactedBefore,
    partnerWarning: isListed ? text.notContacted : text.unknown,
    isNotAsked: known.listedAs === 'notAsked',
    notAsked: text.directoryNotAsked,
  };
}

/** A name that tells partners apart: without a name, the tenant. */
export function identifyingName(messages: Messages, partner: InvitingPartner): string {
  if (partner.name === undefined) return messages.invitation.tenant(partner.id);
  return shortened(partnerName(messages, partner), 80);
}
