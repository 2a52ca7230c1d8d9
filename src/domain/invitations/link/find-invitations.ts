import type { InvitationLink } from './invitation-link.ts';
import { judgeAddress } from './judge-address.ts';
import { addressesIn } from './pasted-addresses.ts';
import { isSuspicion, worstOf, type Suspicion } from './suspicion.ts';

/** What a pasted text has to do with partner invitations. */
export type PastedInvitations =
  | { readonly outcome: 'none' }
  | ({ readonly outcome: 'suspicious' } & Suspicion)
  /** Each once, in the order of the text; more than one where a partner sent its reseller and its administration link together. */
  | { readonly outcome: 'found'; readonly invitations: readonly [InvitationLink, ...InvitationLink[]] };

/**
 * Finds the partner invitation links in a link alone or a whole mail, plain or HTML, wrapped by Safe Links or escaped.
 * One suspicious link makes the whole text suspicious: good links are what a fraud surrounds its own with. Links that have nothing
 * to do with invitations do not count. Never throws; takes time that grows with the length of the text.
 */
export function findInvitations(text: string): PastedInvitations {
  const judged = addressesIn(text)
    .map(judgeAddress)
    .filter((one) => one !== undefined);
  const worst = worstOf(judged.filter(isSuspicion));
  if (worst !== undefined) return { outcome: 'suspicious', ...worst };
  const [first, ...others] = distinct(judged.filter(isInvitation));
  return first === undefined ? { outcome: 'none' } : { outcome: 'found', invitations: [first, ...others] };
}

/** Each once, in order; two links are the same invitation where they differ in nothing but the address of the page. */
function distinct(invitations: readonly InvitationLink[]): readonly InvitationLink[] {
  const firsts = new Map<string, InvitationLink>();
  for (const invitation of invitations) {
    const sameness = JSON.stringify({ ...invitation, link: '' });
    if (!firsts.has(sameness)) firsts.set(sameness, invitation);
  }
  return [...firsts.values()];
}

function isInvitation(judged: InvitationLink | Suspicion): judged is InvitationLink {
  return !isSuspicion(judged);
}
