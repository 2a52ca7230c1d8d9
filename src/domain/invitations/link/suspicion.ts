import { oneLine } from '../../plain-text.ts';

/** Why a link that has to do with invitations is not to be trusted; the worst first. */
export const suspicionReasons = [
  /** The text of the link names a Microsoft address, but the link opens another one. */
  'disguised',
  /** A name and an `@` stand before the host, so that the host is not the one that is read first. */
  'userInfo',
  /** The host is written with letters that only look like those of a Microsoft site. */
  'lookAlikeLetters',
  /** The host contains or imitates the name of a Microsoft site. */
  'lookAlikeHost',
  /** The invitation hides behind another site, or behind too many wrappers. */
  'wrapped',
  /** A site that sends no invitations. */
  'otherHost',
  /** The address names a port. */
  'port',
  /** The address does not begin with https. */
  'notHttps',
  /** The address cannot be read as one. */
  'unreadable',
  /** The same parameter is given twice, with different values. */
  'contradiction',
  /** A Microsoft site, but no page or kind of invitation that is known there. */
  'unknownRoute',
  /** The id of the partner, offer or request is not written as such ids are. */
  'malformedPartner',
  /** The link does not say whose invitation it is. */
  'noPartner',
] as const;

export type SuspicionReason = (typeof suspicionReasons)[number];

/** What is wrong with a link, and the part of it that shows so: one line of at most 100 characters, hosts in ASCII. It is text from outside. */
export interface Suspicion {
  readonly reason: SuspicionReason;
  readonly shown: string;
}

const maxShown = 100;

export function suspicion(reason: SuspicionReason, part: string): Suspicion {
  const line = oneLine(part.slice(0, 4 * maxShown));
  return { reason, shown: line.length > maxShown ? `${line.slice(0, maxShown - 1)}…` : line };
}

export function isSuspicion(judged: object): judged is Suspicion {
  return 'reason' in judged;
}

/** The worst of them; the first of several that are equally bad. */
export function worstOf(suspicions: readonly Suspicion[]): Suspicion | undefined {
  return suspicions.toSorted(
    (one, other) => suspicionReasons.indexOf(one.reason) - suspicionReasons.indexOf(other.reason),
  )[0];
}
