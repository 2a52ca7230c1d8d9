import { oneLine } from '../../plain-text.ts';

/** Why an invitation link is not trusted; the worst first. */
export const suspicionReasons = [
  /** The text of the link names a Microsoft address, but the link opens another one. */
  'disguised',
  /** User information and an `@` precede the host, so that it is not the name that is read first. */
  'userInfo',
  /** The host imitates a Microsoft site with homoglyphs. */
  'lookAlikeLetters',
  /** The host contains or imitates the name of a Microsoft site. */
  'lookAlikeHost',
  /** The host contains or imitates the name of a mail filter. */
  'lookAlikeFilter',
  /** The invitation is hidden behind another site, or too many wrappers. */
  'wrapped',
  /** The site does not issue invitations. */
  'otherHost',
  /** The address names a port. */
  'port',
  /** The scheme is not https. */
  'notHttps',
  /** The address cannot be parsed. */
  'unreadable',
  /** A parameter is given twice, with different values. */
  'contradiction',
  /** A Microsoft site, but not a known page or kind of invitation. */
  'unknownRoute',
  /** The id of the partner, offer or request is malformed. */
  'malformedPartner',
  /** The link does not identify the partner. */
  'noPartner',
] as const;

export type SuspicionReason = (typeof suspicionReasons)[number];

/** What is wrong with a link, and the offending part: one line of at most 100 characters, hosts in ASCII; untrusted. */
export interface Suspicion {
  readonly reason: SuspicionReason;
  readonly shown: string;
  /** The services that wrapped the link, outermost first. Absent: none that is known. */
  readonly wrappedBy?: readonly string[];
}

/** Reasons that are also found in links that mail programs broke, and on sites of Microsoft’s alone. */
const innocentReasons: ReadonlySet<SuspicionReason> = new Set([
  'contradiction',
  'unknownRoute',
  'malformedPartner',
  'noPartner',
]);

/** Whether a link may be one of Microsoft’s that was damaged, rather than one that leads elsewhere. */
export function isPerhapsDamaged({ reason }: Suspicion): boolean {
  return innocentReasons.has(reason);
}

const maxShown = 100;

export function suspicion(reason: SuspicionReason, part: string): Suspicion {
  const line = oneLine(part.slice(0, 4 * maxShown));
  return { reason, shown: line.length > maxShown ? `${line.slice(0, maxShown - 1)}…` : line };
}

export function isSuspicion(judged: object): judged is Suspicion {
  return 'reason' in judged;
}

/** The worst suspicion; the first of equally bad ones. */
export function worstOf(suspicions: readonly Suspicion[]): Suspicion | undefined {
  return suspicions.toSorted(
    (one, other) => suspicionReasons.indexOf(one.reason) - suspicionReasons.indexOf(other.reason),
  )[0];
}
