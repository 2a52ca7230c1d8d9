import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical-json.ts';
import type { DatedOffer } from './invitation.ts';

/** The same for the same tidied offer, in whatever order its fields came; else another. */
export function fingerprintOfOffer(offer: DatedOffer): string {
  return hash(canonicalJson(offer));
}

/** Under which id to look for an invitation that came in before. */
export type InvitationSource =
  { readonly kind: 'postedId'; readonly postedId: string } | { readonly kind: 'link'; readonly link: string };

/** A record id for a source: of one length whatever people post or paste. */
export function sourceKey(source: InvitationSource): string {
  return source.kind === 'postedId' ? hash(`postedId ${source.postedId}`) : hash(`link ${source.link}`);
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
