import type { SolutionProviderFunction } from '../solution-provider-function.ts';
import type { Stated } from '../stated.ts';

/** The link of a granular request carries neither its roles nor its duration. */
type OrNotKnown<Value> = Value | 'notKnown';

/** What a message says of the roles and the duration that the desk cannot count as such. Shown as it stands there. */
export interface SaidBesides {
  /** Lines of its list of roles that are not recognised, word for word: each may be a privileged role. */
  readonly unrecognisedRoles?: readonly string[];
  /** How many more such lines there are. */
  readonly furtherUnrecognised?: number;
  /** How many roles it says that there are, where it does not list as many. */
  readonly announcedRoles?: number;
  /** It names Global Administrator, and does not list it. */
  readonly mentionsGlobalAdministrator?: true;
  /** Shorter durations that it names as well; days. */
  readonly otherDurationDays?: readonly number[];
  /** What it says of the duration, if that is not surely understood. */
  readonly durationWords?: string;
}

/**
 * The administration that an invitation requests. `classic` is DAP, which makes the partner's agents Global and
 * Helpdesk Administrators until it is removed; `granular` is GDAP, which grants specific roles for a limited time.
 */
export type DelegatedAdmin =
  | { readonly kind: 'none' }
  | { readonly kind: 'classic' }
  | (SaidBesides & {
      readonly kind: 'granular';
      /** Role template ids of Microsoft Entra, in lower case. */
      readonly roles: OrNotKnown<Stated<readonly string[]>>;
      readonly durationDays: OrNotKnown<Stated<number>>;
      /** Whether it extends automatically when it ends, by 180 days each time. */
      readonly autoExtends: OrNotKnown<Stated<boolean>>;
    });

const functions: readonly SolutionProviderFunction[] = [
  'delegatedAdministrator',
  'resellerAndDelegatedAdministrator',
];

/** Whether a function includes delegated administration; invitations to the others must not request any. */
export function includesDelegatedAdmin(invitedAs: SolutionProviderFunction): boolean {
  return functions.includes(invitedAs);
}
