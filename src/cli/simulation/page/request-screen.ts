import { readInvitationLink } from '../../../domain/invitations/link/judge-address.ts';
import type { KnownPartner } from './known-partners.ts';
import { checkbox, form, hidden, roleBoxes, text, type FormContext } from './form.ts';
import { html, type Html } from './html.ts';

/** The partner that an invitation's link names; undefined if it is none, or names no one. */
export function partnerOfLink(link: string): string | undefined {
  const read = readInvitationLink(link);
  return read?.partner ?? read?.partnerHint;
}

/** One request of a partner, to approve. @param claimed the roles that are ticked at first */
export function requestScreen(
  context: FormContext,
  partner: Pick<KnownPartner, 'id' | 'name' | 'domain' | 'sells' | 'roles'>,
): Html {
  return html`
    <p>${partner.name} asks for access to your organisation.</p>
    <p class="quiet">
      The roles that a sample invitation claims are ticked. Approve others to see what the desk says of that.
    </p>
    ${form(context, 'approve', 'Approve', [
      hidden('partner', partner.id),
      hidden('domain', partner.domain),
      text('name', 'Its name', partner.name),
      roleBoxes(partner.roles),
      checkbox('sells', 'on', 'It sells a subscription (a reseller shows by that alone)', partner.sells),
    ])}
    <p><a href="/?tenant=${encodeURIComponent(context.tenant)}">Back, without approving</a></p>
  `;
}

/** Reads the part of an admin-center link that browsers keep to themselves. */
export const followFragment = `
if (location.hash.length > 1) {
  location.replace('/adminportal/home?link=' +
    encodeURIComponent('https://admin.microsoft.com/Adminportal/Home' + location.search + location.hash));
}
`;
