import { readGranularLink } from './granular-link.ts';
import type { InvitationLink, InvitationPortal } from '../invitation-link.ts';
import { readParameters } from './link-parameters.ts';
import { readOfficePortalLink } from './office-portal-link.ts';
import { readRelationshipLink, type RelationshipPage } from './relationship-link.ts';
import { isSuspicion, suspicion, type Suspicion } from '../suspicion.ts';
import { cloudOf } from '../trusted-host.ts';

/** With a language in front, as in `/fr-fr/Adminportal/Home`. */
const adminHome = /^\/+(?:[a-z]{2,3}(?:-[a-z\d]{2,4}){1,2}\/)?(?:adminportal(?:\/+home)?\/*)?$/i;
const granular = /^#\/partners\/invitation\/granularadminrelationships(?:\/([^/]*))?\/?$/i;
const relationshipFragments = ['#/BillingAccounts/partner-invitation', '#/partners/invitation'];
/** The list itself, one partner of it, or the same among the settings. */
const partnersRoute = /^#\/+(?:settings\/)?(?:[a-z]+\/)?partners(?:\/(?!invitation).*)?$/;
const storeForBusinessPage = /^(?:\/[a-z]{2}-[a-z]{2})?\/manage\/partner-invitation\/?$/i;
const officePortalPage = /^\/partner\/partnersignup\.aspx$/i;

/** Parses a link to a trusted host as its pages do, ignoring case. */
export function readRoute(portal: InvitationPortal, url: URL): InvitationLink | Suspicion {
  const read = readPage(portal, url);
  const cloud = cloudOf(url.hostname);
  // That of most links goes without saying, also in the identities of those that were stored before others were read.
  return isSuspicion(read) || cloud === undefined || cloud === 'worldwide' ? read : { ...read, cloud };
}

/** Whether an address is the admin center’s list of partners, however it is reached. */
export function isPartnersPage(portal: InvitationPortal, url: URL): boolean {
  const [route = ''] = url.hash.toLowerCase().split('?');
  return portal === 'adminCenter' && adminHome.test(url.pathname) && partnersRoute.test(route);
}

function readPage(portal: InvitationPortal, url: URL): InvitationLink | Suspicion {
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

/** The new host serves its pages at the root; the others below `Adminportal/Home`. */
function adminCenter({ hostname }: URL): string {
  return `https://${hostname}${hostname === 'admin.cloud.microsoft' ? '/' : '/Adminportal/Home'}`;
}
