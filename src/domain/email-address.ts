import { domainToASCII } from 'node:url';

/** RFC 5321, section 4.5.3.1.1 and .3: limits of the local part, and of a path without its angle brackets. */
const maxLocalPartLength = 64;
export const maxEmailAddressLength = 254;

/** The local part as HTML allows it, without leading, trailing or consecutive dots, which RFC 5321 forbids. */
const localPart = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const domainAsTyped = /^[\p{L}\p{M}\p{N}.-]+$/u;
const domainInAscii = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z](?:[a-z\d-]{0,61}[a-z\d])$/;

/**
 * The address as every mail server accepts it: a domain such as `société.example` becomes ASCII (Punycode).
 * @returns undefined if `text` is not a single address with a domain of at least two labels
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
