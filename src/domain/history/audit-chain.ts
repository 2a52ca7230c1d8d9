import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical-json.ts';

/**
 * What ties an entry to those before it: whoever changes, removes or moves one entry would have to write every later one
 * anew. It does not show that somebody did write them all anew; for that, the newest hash must be kept somewhere else too.
 */
export interface ChainLink {
  /** Counted from 1, without gaps. */
  readonly number: number;
  /** The hash of the entry before; empty for the first. */
  readonly previous: string;
  /** SHA-256 of the number, the hash of the entry before and the entry's canonical JSON; base64url. */
  readonly hash: string;
}

/** How far a chain has come. */
export interface ChainHead {
  readonly count: number;
  /** The hash of the newest entry; empty where there is none. */
  readonly hash: string;
}

export const emptyChain: ChainHead = { count: 0, hash: '' };

/** The link of the entry that comes next. @param entry as JSON can hold it */
export function linkAfter({ count, hash: previous }: ChainHead, entry: unknown): ChainLink {
  const number = count + 1;
  return { number, previous, hash: hashOf(number, previous, entry) };
}

export function headAt({ number, hash }: ChainLink): ChainHead {
  return { count: number, hash };
}

/** Whether the link is the one that this entry was given. */
export function isIntact({ number, previous, hash }: ChainLink, entry: unknown): boolean {
  return hash === hashOf(number, previous, entry);
}

function hashOf(number: number, previous: string, entry: unknown): string {
  return createHash('sha256')
    .update(`${number}\n${previous}\n${canonicalJson(entry)}`)
    .digest('base64url');
}
