import type { KnownPartner } from '../../application/invitations/known-partner.ts';
import type { Invitation } from '../../domain/invitations/invitation.ts';
import type { Messages } from '../../i18n/messages.ts';
import { joinedByDots, optional, shortened } from '../cards/text.ts';

/**
 * The distributor behind a partner: by the directory's name for its tenant, else by the name that a message gives, and
 * its tenant. Untrusted text.
 */
export function providerView({ invitation: text }: Messages, invitation: Invitation, known?: KnownPartner) {
  const { indirectProvider } = invitation;
  if (indirectProvider === undefined) return { provider: optional(undefined) };
  const { id, name } = indirectProvider;
  const listed = typeof known?.listedAs === 'object' ? known.listedAs.name : undefined;
  const said = [
    ...(listed === undefined ? [] : [text.providerListed(shortened(listed, 80))]),
    ...(name === undefined ? [] : [text.providerClaimed(shortened(name.value, 80))]),
    ...(id === undefined ? [] : [text.tenant(id)]),
  ];
  return { provider: optional(text.provider(joinedByDots(said))) };
}
