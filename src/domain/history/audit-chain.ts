import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical-json.ts';

/**
 * Links an entry to its predecessors by hash: changing, removing or moving one means rewriting all later ones. A chain
 * rewritten as a whole goes undetected unless the newest hash is also stored elsewhere.
 */
export interface ChainLink {
  /** From 1, without gaps. */
  readonly number: number;
  /** The hash of the previous entry; empty for the first. */
  readonly previous: string;
  /** SHA-256 of the number, the previous hash and the entry's canonical JSON; base64url. */
  readonly hash: string;
}

/** The end of a chain. */
export interface ChainHead {
  readonly count: number;
  /** The hash of the newest entry; empty if there is none. */
  readonly hash: string;
}

export const emptyChain: ChainHead = { count: 0, hash: '' };

/** The link of the next entry. @param entry any JSON value */
export function linkAfter({ count, hash: previous }: ChainHead, entry: unknown): ChainLink {
  const number = count + 1;
  return { number, previous, hash: hashOf(number, previous, entry) };
}

export function headAt({ number, hash }: ChainLink): ChainHead {
  return { count: number, hash };
}

/** Whether the link's hash matches this entry. */
export function isIntact({ number, previous, hash }: ChainLink, entry: unknown): boolean {
  return hash === hashOf(number, previous, entry);
}

function hashOf(number: number, previous: string, entry: unknown): string {
  return createHash('sha256')
    .update(`${number}\n${previous}\n${canonicalJson(entry)}`)
    .digest('base64url');
}
