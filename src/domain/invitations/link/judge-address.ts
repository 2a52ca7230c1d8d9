import { hostOf, isPlainlyWritten, readAddress, type Address } from './address.ts';
import { hiddenAddressIn } from './hidden-address.ts';
import type { InvitationLink } from './invitation-link.ts';
import { withoutGlue, withoutGlueBehindQuery } from './pages/known-end.ts';
import { linkNotice, type LinkNotice, type NoticeKind } from './link-notice.ts';
import { withoutPercentEscapes } from './mail-escapes.ts';
import { mendedAddresses } from './mended-addresses.ts';
import { isMicrosofts } from './microsoft-hosts.ts';
import { isPartnersPage, readRoute } from './pages/read-route.ts';
import { imitatesMailFilter, isFortiMailPage, isHostOfRewriter } from './rewriters/rewriters.ts';
import { unwrap } from './rewriters/unwrap.ts';
import { isPerhapsDamaged, isSuspicion, suspicion, type Suspicion } from './suspicion.ts';
import { imitation, portalOf, trustedHosts } from './trusted-host.ts';

/** What an address is. */
export type Judgement =
  | { readonly kind: 'invitation'; readonly link: InvitationLink; readonly wrappedBy: readonly string[] }
  /** Something that pretends to be an invitation. */
  | { readonly kind: 'suspicion'; readonly suspicion: Suspicion }
  | { readonly kind: 'notice'; readonly notice: LinkNotice };

/** Occurs only in the addresses of invitations. */
const invitationWords =
  /invtype=|partner-invitation|partners\/invitation|granularadminrelationships|partnersignup\.aspx/i;

/**
 * Judges the address of a link by what it opens. Damage that leaves its host alone is mended where that makes a whole
 * invitation.
 */
export function judgeAddress(text: string): Judgement {
  const plain = judgeReading(readAddress(text));
  if (!isMendable(plain, text)) return plain;
  for (const reading of mendedAddresses(text)) {
    const mended = judgeReading(readAddress(reading));
    if (mended.kind === 'invitation') return mended;
  }
  return plain;
}

/** The invitation that an address opens; undefined if it opens none, or none that can be trusted. */
export function readInvitationLink(text: string): InvitationLink | undefined {
  const judged = judgeAddress(text);
  return judged.kind === 'invitation' ? judged.link : undefined;
}

/** Whether an address is about invitations, by its host or by what it says. */
export function isAboutInvitations(address: Address): boolean {
  if (imitation(hostOf(address)) !== undefined || hasInvitationWords(address.text)) return true;
  const [before, ...behind] = address.authority.toLowerCase().split('@');
  // What reads like a host before an `@` is there to be taken for it.
  return behind.length > 0 && before?.includes('.') === true;
}

export function hasInvitationWords(text: string): boolean {
  return invitationWords.test(withoutPercentEscapes(text));
}

/** Whether it is on a site whose links are read, so that it may have been damaged on its way. */
function isMendable(judged: Judgement, text: string): boolean {
  if (judged.kind !== 'suspicion') return false;
  if (isPerhapsDamaged(judged.suspicion)) return true;
  const address = readAddress(text);
  return isPlainlyWritten(address) && isHostOfRewriter(hostOf(address));
}

function judgeReading(written: Address): Judgement {
  const { address, wrappedBy, hiddenBy } = unwrap(written);
  const host = hostOf(address);
  if (hiddenBy !== undefined) return noticed(linkNotice('hiddenTarget', host, hiddenBy));
  if (isTrickOnFilter(address)) return suspected(suspicion('wrapped', host), wrappedBy);
  if (imitatesMailFilter(host)) return suspected(suspicion('lookAlikeFilter', host), wrappedBy);
  if (isFortiMailPage(address)) return judgeBehindUnknownFilter(address, wrappedBy);
  if (isAboutInvitations(address)) return judgeTarget(address, wrappedBy);
  return judgePage(address, wrappedBy);
}

/** Whether an address would open an invitation, or worse, through a mail filter that does not write it with such a scheme or port. */
function isTrickOnFilter(address: Address): boolean {
  const { url } = address;
  if (url === undefined || isPlainlyWritten(address) || !isHostOfRewriter(url.hostname)) return false;
  const rest = address.text.slice(address.text.indexOf(address.authority) + address.authority.length);
  return judgeReading(readAddress(`https://${url.hostname}${rest}`)).kind !== 'notice';
}

function judgeTarget(address: Address, wrappedBy: readonly string[]): Judgement {
  const { authority, url } = address;
  const host = hostOf(address);
  if (authority.includes('@')) return suspected(suspicion('userInfo', host), wrappedBy);
  const portal = portalOf(host);
  if (url !== undefined && portal === undefined) {
    return isMicrosofts(host) && !isHostOfRewriter(host) && imitation(host) === undefined
      ? judgePage(address, wrappedBy)
      : suspected(suspicion(suspicionOfHost(host, url), host), wrappedBy);
  }
  const read = readTarget(address);
  return isSuspicion(read) ? suspected(read, wrappedBy) : { kind: 'invitation', link: read, wrappedBy };
}

function readTarget(address: Address): InvitationLink | Suspicion {
  const { scheme, authority, url, text } = address;
  const host = hostOf(address);
  const portal = portalOf(host);
  if (/:\d*$/.test(authority)) return suspicion('port', authority);
  if (url === undefined || portal === undefined) return suspicion('unreadable', authority);
  if (scheme !== 'https') return suspicion('notHttps', `${scheme}://${host}`);
  if (!isPlainlyWritten(address)) return suspicion('lookAlikeLetters', host);
  const ended = readAddress(portal === 'adminCenter' ? withoutGlue(text) : withoutGlueBehindQuery(text));
  return readRoute(portal, ended.url ?? url);
}

/** An address that says nothing about invitations. */
function judgePage(address: Address, wrappedBy: readonly string[]): Judgement {
  const { url } = address;
  const host = hostOf(address);
  if (url === undefined || !isMicrosofts(host)) return noticed(linkNotice('elsewhere', host));
  const hidden = hiddenAddressIn(url);
  return hidden === undefined
    ? noticed(linkNotice(pageOf(url), host))
    : suspected(suspicion('wrapped', hidden), wrappedBy);
}

/** A FortiMail appliance answers under its owner’s host, so that an attacker’s page could look the same. */
function judgeBehindUnknownFilter({ url, ...address }: Address, wrappedBy: readonly string[]): Judgement {
  const host = hostOf({ url, ...address });
  const inner = url?.searchParams.get('url') ?? '';
  const target = unwrap(readAddress(inner.includes('#') ? inner : `${inner}${url?.hash ?? ''}`)).address;
  if (!isAboutInvitations(target)) return noticed(linkNotice('elsewhere', host));
  const judged = judgeTarget(target, [...wrappedBy, host]);
  return judged.kind === 'invitation' ? noticed(linkNotice('unknownFilter', host)) : judged;
}

/** The short addresses of Microsoft’s that are known to open the list of partners. Source: Microsoft 365 documentation. */
const partnersPageIds = new Set(['2074649']);

function pageOf(url: URL): NoticeKind {
  const portal = portalOf(url.hostname);
  if (portal !== undefined && isPartnersPage(portal, url)) return 'partnersPage';
  if (url.hostname !== 'go.microsoft.com' || !/^\/fwlink(?:\/|$)/i.test(url.pathname)) return 'microsoftPage';
  const id = [...url.searchParams].find(([name]) => name.toLowerCase() === 'linkid')?.[1] ?? '';
  return partnersPageIds.has(id) ? 'partnersPage' : 'microsoftRedirect';
}

/** @param host one that is not trusted */
function suspicionOfHost(
  host: string,
  { pathname, search, hash }: URL,
): 'lookAlikeLetters' | 'lookAlikeHost' | 'wrapped' | 'otherHost' {
  const rest = withoutPercentEscapes(`${pathname}${search}${hash}`).toLowerCase();
  const hidesTrusted = trustedHosts.some((trusted) => rest.includes(trusted));
  return imitation(host) ?? (hidesTrusted ? 'wrapped' : 'otherHost');
}

function noticed(notice: LinkNotice): Judgement {
  return { kind: 'notice', notice };
}

function suspected(found: Suspicion, wrappedBy: readonly string[]): Judgement {
  return { kind: 'suspicion', suspicion: wrappedBy.length === 0 ? found : { ...found, wrappedBy } };
}
