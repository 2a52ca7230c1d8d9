import type { InvitationLink } from '../../domain/invitations/link/invitation-link.ts';
import type { Messages } from '../../i18n/messages.ts';

/** What a link says that does not name its partner, and what to do about it. */
export function unnamedText({ invitation: text }: Messages, link: InvitationLink | undefined): string {
  if (link?.indirectProvider === undefined) return text.unnamedText;
  const who = [
    text.unnamedProvider(link.indirectProvider),
    ...(link.partnerNumber === undefined ? [] : [text.unnamedReseller(link.partnerNumber)]),
    ...(link.portal === 'storeForBusiness' || link.portal === 'officePortal' ? [text.unnamedRetired] : []),
  ];
  return [
    ...(link.delegatedAdministration === 'classic' ? [text.unnamedClassic] : []),
    who.join(' '),
    text.unnamedAdvice,
  ].join('\n\n');
}
