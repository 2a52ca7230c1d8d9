import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical-json.ts';
import type { DatedOffer } from './invitation.ts';

/** The fingerprint of a tidied offer; independent of the order of its fields. */
export function fingerprintOfOffer(offer: DatedOffer): string {
  return hash(canonicalJson(offer));
}

/** What identifies an invitation that was received before. */
export type InvitationSource =
  { readonly kind: 'postedId'; readonly postedId: string } | { readonly kind: 'link'; readonly link: string };

/** A record id for a source, of fixed length. */
export function sourceKey(source: InvitationSource): string {
  return source.kind === 'postedId' ? hash(`postedId ${source.postedId}`) : hash(`link ${source.link}`);
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
