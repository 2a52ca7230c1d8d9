import { domainToASCII } from 'node:url';

/** RFC 5321, section 4.5.3.1.1 and .3: the longest part before the @, and the longest path without its angle brackets. */
const maxLocalPartLength = 64;
export const maxEmailAddressLength = 254;

/** What HTML takes before the @, without dots at the ends or side by side, which RFC 5321 does not allow. */
const localPart = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const domainAsTyped = /^[\p{L}\p{M}\p{N}.-]+$/u;
const domainInAscii = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z](?:[a-z\d-]{0,61}[a-z\d])$/;

/**
 * The address in the form in which every mail server takes it: a domain such as `société.example` in its ASCII form.
 * @returns undefined where `text` is not one address with a domain name of two labels or more
 */
export function emailAddress(text: string): string | undefined {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const typed = text.slice(at + 1);
  if (at < 1 || local.length > maxLocalPartLength || !localPart.test(local) || !domainAsTyped.test(typed)) {
    return undefined;
  }
  const domain = domainToASCII(typed);
  const address = `${local}@${domain}`;
  return domainInAscii.test(domain) && address.length <= maxEmailAddressLength ? address : undefined;
}
