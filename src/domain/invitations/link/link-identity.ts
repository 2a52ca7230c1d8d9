import { canonicalJson } from '../../canonical-json.ts';
import type { InvitationLink } from './invitation-link.ts';
import { readInvitationLink } from './judge-address.ts';

/** The same for links to one invitation: they may differ in the address of the page. */
export function identityOf(link: InvitationLink): string {
  return canonicalJson({ ...link, link: '' });
}

/** The identity of the invitation that an address opens; undefined if it opens none, or none that can be trusted. */
export function identityOfAddress(address: string): string | undefined {
  const read = readInvitationLink(address);
  return read && identityOf(read);
}
