import { hostOf, isPlainlyWritten, readAddress, type Address } from './address.ts';
import type { InvitationLink } from './invitation-link.ts';
import { withoutPercentEscapes } from './mail-escapes.ts';
import type { PastedAddress } from './pasted-addresses.ts';
import { readRoute } from './read-route.ts';
import { suspicion, type Suspicion } from './suspicion.ts';
import { imitation, portalOf, trustedHosts } from './trusted-host.ts';
import { unwrapSafeLinks } from './unwrap-safe-links.ts';

/** Occurs only in the addresses of invitations. */
const invitationWords =
  /invtype=|partner-invitation|partners\/invitation|granularadminrelationships|partnersignup\.aspx/i;

/** Classifies an address: an invitation, something that pretends to be one, or neither (undefined). */
export function judgeAddress({ text, label }: PastedAddress): InvitationLink | Suspicion | undefined {
  const target = unwrapSafeLinks(readAddress(text));
  const shown = label === undefined ? target : unwrapSafeLinks(readAddress(label));
  const promises = portalOf(hostOf(shown)) !== undefined || isAboutInvitations(shown);
  if (promises && hostOf(shown) !== hostOf(target)) {
    return suspicion('disguised', hostOf(target));
  }
  return isAboutInvitations(target) ? judgeTarget(target) : undefined;
}

function isAboutInvitations(address: Address): boolean {
  return (
    imitation(hostOf(address)) !== undefined || invitationWords.test(withoutPercentEscapes(address.text))
  );
}

function judgeTarget(address: Address): InvitationLink | Suspicion {
  const { scheme, authority, url } = address;
  const host = hostOf(address);
  if (authority.includes('@')) return suspicion('userInfo', host);
  const portal = portalOf(host);
  if (url !== undefined && portal === undefined) return suspicion(suspicionOfHost(host, url), host);
  if (/:\d*$/.test(authority)) return suspicion('port', authority);
  if (url === undefined || portal === undefined) return suspicion('unreadable', authority);
  if (scheme !== 'https') return suspicion('notHttps', `${scheme}://${host}`);
  if (!isPlainlyWritten(address)) return suspicion('lookAlikeLetters', host);
  return readRoute(portal, url);
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
