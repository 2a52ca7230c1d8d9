import { readHtml } from '../message/read-html.ts';
import type { MessagePart } from '../message/shown-message.ts';
import type { InvitationLink } from './invitation-link.ts';
import { judgeAddress } from './judge-address.ts';
import { identityOf } from './link-identity.ts';
import { addressesIn, type PastedAddress } from './pasted-addresses.ts';
import { isSuspicion, worstOf, type Suspicion } from './suspicion.ts';

/** The partner invitations in a message. */
export type PastedInvitations =
  | { readonly outcome: 'none' }
  | ({ readonly outcome: 'suspicious' } & Suspicion)
  /** Distinct, in text order; more than one if a partner sent its reseller and administration links together. */
  | { readonly outcome: 'found'; readonly invitations: readonly [InvitationLink, ...InvitationLink[]] };

/**
 * Finds the partner invitation links in a single link or a whole mail, plain or HTML, wrapped by Safe Links or escaped.
 * One suspicious link makes the whole message suspicious: phishing mails surround theirs with genuine ones. Links
 * unrelated to invitations do not count. Never throws; runs in linear time.
 */
export function findInvitations(parts: readonly MessagePart[]): PastedInvitations {
  const judged = parts
    .flatMap(addressesOf)
    .map(judgeAddress)
    .filter((one) => one !== undefined);
  const worst = worstOf(judged.filter(isSuspicion));
  if (worst !== undefined) return { outcome: 'suspicious', ...worst };
  const [first, ...others] = distinct(judged.filter(isInvitation));
  return first === undefined ? { outcome: 'none' } : { outcome: 'found', invitations: [first, ...others] };
}

function addressesOf({ kind, text }: MessagePart): readonly PastedAddress[] {
  if (kind === 'plain') return addressesIn(text);
  const { text: shown, hyperlinks } = readHtml(text);
  const opened = hyperlinks.map(({ target, label }): PastedAddress => {
    const [named] = addressesIn(label);
    return named === undefined ? { text: target } : { text: target, label: named.text };
  });
  return [...opened, ...addressesIn(shown)];
}

/** Deduplicates, in order; links that differ only in the address of the page are the same invitation. */
function distinct(invitations: readonly InvitationLink[]): readonly InvitationLink[] {
  const firsts = new Map<string, InvitationLink>();
  for (const invitation of invitations) {
    const key = identityOf(invitation);
    if (!firsts.has(key)) firsts.set(key, invitation);
  }
  return [...firsts.values()];
}

function isInvitation(judged: InvitationLink | Suspicion): judged is InvitationLink {
  return !isSuspicion(judged);
}
