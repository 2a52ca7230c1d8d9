import type { Invitation } from './invitation.ts';
import { judgeAddress } from './link/judge-address.ts';
import { isSuspicion } from './link/suspicion.ts';

/**
 * The page of the Microsoft 365 admin center that lists partners, with the roles of each and the button that takes them
 * away (Settings, Partner relationships). Source: Microsoft 365 documentation, “Manage partner relationships”.
 */
export const partnerRelationshipsPage = 'https://admin.microsoft.com/Adminportal/Home#/partners';

/**
 * The page on which an invitation is accepted in Microsoft 365: its own link if that is one of the admin center, of the
 * same partner; else the list of partners. The other portals were retired.
 */
export function acceptancePageOf({ link, partner }: Pick<Invitation, 'link' | 'partner'>): string {
  const read = link === undefined ? undefined : judgeAddress({ text: link });
  if (read === undefined || isSuspicion(read) || read.portal !== 'adminCenter')
    return partnerRelationshipsPage;
  const isTheirs = read.partner === undefined || read.partner === partner.id;
  return isTheirs ? read.link : partnerRelationshipsPage;
}
