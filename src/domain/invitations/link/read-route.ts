import { readGranularLink } from './granular-link.ts';
import type { InvitationLink, InvitationPortal } from './invitation-link.ts';
import { readParameters } from './link-parameters.ts';
import { readOfficePortalLink } from './office-portal-link.ts';
import { readRelationshipLink, type RelationshipPage } from './relationship-link.ts';
import { isSuspicion, suspicion, type Suspicion } from './suspicion.ts';

const adminHome = /^\/(?:adminportal(?:\/home)?\/?)?$/i;
const granular = /^#\/partners\/invitation\/granularadminrelationships(?:\/([^/]*))?\/?$/i;
const relationshipFragments = ['#/BillingAccounts/partner-invitation', '#/partners/invitation'];
const storeForBusinessPage = /^(?:\/[a-z]{2}-[a-z]{2})?\/manage\/partner-invitation\/?$/i;
const officePortalPage = /^\/partner\/partnersignup\.aspx$/i;

/** Parses a link to a trusted host as its pages do, ignoring case. */
export function readRoute(portal: InvitationPortal, url: URL): InvitationLink | Suspicion {
  if (portal === 'officePortal' && officePortalPage.test(url.pathname)) {
    const parameters = readParameters(url.searchParams);
    return isSuspicion(parameters) ? parameters : readOfficePortalLink(parameters);
  }
  const request = granular.exec(url.hash);
  if (portal === 'adminCenter' && adminHome.test(url.pathname) && request !== null) {
    return readGranularLink(
      `${adminCenter(url)}#/partners/invitation/granularAdminRelationships/`,
      request[1] ?? '',
    );
  }
  const page = relationshipPage(portal, url);
  if (page === undefined) return suspicion('unknownRoute', `${url.hostname}${url.pathname}${url.hash}`);
  const parameters = readParameters(url.searchParams);
  return isSuspicion(parameters) ? parameters : readRelationshipLink(page, parameters);
}

function relationshipPage(portal: InvitationPortal, url: URL): RelationshipPage | undefined {
  if (portal === 'storeForBusiness' && storeForBusinessPage.test(url.pathname)) {
    return { portal, before: 'https://businessstore.microsoft.com/manage/partner-invitation', fragment: '' };
  }
  const hash = url.hash.toLowerCase().replace(/\/$/, '');
  const fragment = relationshipFragments.find((known) => known.toLowerCase() === hash);
  return portal === 'adminCenter' && adminHome.test(url.pathname) && fragment !== undefined
    ? { portal, before: adminCenter(url), fragment }
    : undefined;
}

/** The new host serves its pages at the root; the old one below `Adminportal/Home`. */
function adminCenter({ hostname }: URL): string {
  return `https://${hostname}${hostname === 'admin.microsoft.com' ? '/Adminportal/Home' : '/'}`;
}
