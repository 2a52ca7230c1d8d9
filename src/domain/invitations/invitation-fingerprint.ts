import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical-json.ts';
import type { DatedOffer } from './invitation.ts';
import { identityOfAddress } from './link/link-identity.ts';

/** The fingerprint of a tidied offer; independent of the order of its fields. */
export function fingerprintOfOffer(offer: DatedOffer): string {
  return hash(canonicalJson(offer));
}

/** What identifies an invitation that was received before. */
export type InvitationSource =
  | { readonly kind: 'postedId'; readonly postedId: string }
  /** What a link opens, however it is written. */
  | { readonly kind: 'identity'; readonly identity: string }
  /** A link as it is written: of invitations stored before identities were, and where it has none. */
  | { readonly kind: 'link'; readonly link: string };

/** Under which sources an invitation with a link may be known, the first under which it is stored. */
export function sourcesOfLink(link: string): readonly InvitationSource[] {
  const identity = identityOfAddress(link);
  const written = { kind: 'link', link } as const;
  return identity === undefined ? [written] : [{ kind: 'identity', identity }, written];
}

/** A record id for a source, of fixed length. */
export function sourceKey(source: InvitationSource): string {
  switch (source.kind) {
    case 'postedId':
      return hash(`postedId ${source.postedId}`);
    case 'identity':
      return hash(`identity ${source.identity}`);
    case 'link':
      return hash(`link ${source.link}`);
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
