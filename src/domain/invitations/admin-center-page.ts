import type { Invitation } from './invitation.ts';
import { readInvitationLink } from './link/judge-address.ts';
import type { Cloud } from './link/cloud.ts';
import { cloudOf } from './link/trusted-host.ts';

/**
 * Microsoft's clouds, each with an admin center of its own. Source: Microsoft 365 endpoints for U.S. Government GCC High
 * and DoD, and for Office 365 operated by 21Vianet.
 */
const adminCenters = {
  worldwide: 'https://admin.microsoft.com',
  gccHigh: 'https://portal.office365.us',
  dod: 'https://portal.apps.mil',
  china: 'https://portal.partner.microsoftonline.cn',
} as const satisfies Record<Cloud, string>;

/**
 * The page of a cloud's admin center that lists partners, with the roles of each and the button that takes them away
 * (Settings, Partner relationships). Source: Microsoft 365 documentation, “Manage partner relationships”.
 */
export function partnersPageOf(cloud: Cloud): string {
  return `${adminCenters[cloud]}/Adminportal/Home#/partners`;
}

/** The same in the worldwide cloud. */
export const partnerRelationshipsPage = partnersPageOf('worldwide');

/**
 * The page on which an invitation is accepted in Microsoft 365: its own link if that is one of the tenant’s admin center, of
 * the same partner; else the list of partners. The other portals were retired.
 * @param partnersPage of the tenant’s admin center: links to that of another cloud are of no use there
 */
export function acceptancePageOf(
  { link, partner }: Pick<Invitation, 'link' | 'partner'>,
  partnersPage = partnerRelationshipsPage,
): string {
  const read = link === undefined ? undefined : readInvitationLink(link);
  if (read?.portal !== 'adminCenter') return partnersPage;
  if ((read.cloud ?? 'worldwide') !== cloudOf(new URL(partnersPage).hostname)) return partnersPage;
  const isTheirs = read.partner === undefined || read.partner === partner.id;
  return isTheirs ? read.link : partnersPage;
}

/**
 * Whether the link of an invitation opens the admin center of another cloud than the tenant’s, where it cannot be accepted.
 * @param partnersPage of the tenant’s admin center; a simulated one is of no cloud
 */
export function opensAnotherCloud({ link }: Pick<Invitation, 'link'>, partnersPage: string): boolean {
  const own = cloudOf(new URL(partnersPage).hostname);
  const read = link === undefined ? undefined : readInvitationLink(link);
  return own !== undefined && read?.portal === 'adminCenter' && (read.cloud ?? 'worldwide') !== own;
}

/**
 * The page of Microsoft Entra on which people activate roles that they are eligible for (Privileged Identity Management,
 * My roles).
 */
export const myRolesPage =
  'https://entra.microsoft.com/#view/Microsoft_Azure_PIMCommon/ActivationMenuBlade/~/aadmigratedroles';

/** The page of Microsoft Entra that shows what is accepted from other tenants (cross-tenant access settings). */
export const crossTenantAccessPage =
  'https://entra.microsoft.com/#view/Microsoft_AAD_IAM/CompanyRelationshipsMenuBlade/~/CrossTenantAccessSettings';
