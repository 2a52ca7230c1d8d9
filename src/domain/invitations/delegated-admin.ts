import type { SolutionProviderFunction } from '../solution-provider-function.ts';
import type { Stated } from '../stated.ts';

/** The link of a granular request carries neither its roles nor its duration. */
type OrNotKnown<Value> = Value | 'notKnown';

/**
 * The administration that an invitation requests. `classic` is DAP, which makes the partner's agents Global and
 * Helpdesk Administrators until it is removed; `granular` is GDAP, which grants specific roles for a limited time.
 */
export type DelegatedAdmin =
  | { readonly kind: 'none' }
  | { readonly kind: 'classic' }
  | {
      readonly kind: 'granular';
      /** Role template ids of Microsoft Entra, in lower case. */
      readonly roles: OrNotKnown<Stated<readonly string[]>>;
      readonly durationDays: OrNotKnown<Stated<number>>;
      /** Whether it extends automatically when it ends, by 180 days each time. */
      readonly autoExtends: OrNotKnown<Stated<boolean>>;
    };

const functions: readonly SolutionProviderFunction[] = [
  'delegatedAdministrator',
  'resellerAndDelegatedAdministrator',
];

/** Whether a function includes delegated administration; invitations to the others must not request any. */
export function includesDelegatedAdmin(invitedAs: SolutionProviderFunction): boolean {
  return functions.includes(invitedAs);
}
