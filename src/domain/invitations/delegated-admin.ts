import type { SolutionProviderFunction } from '../solution-provider-function.ts';
import type { Stated } from '../stated.ts';

/** What an invitation asks for may not be known: the link of a granular request carries neither its roles nor its duration. */
type OrNotKnown<Value> = Value | 'notKnown';

/**
 * The administration that an invitation asks for. `classic` is DAP, which makes the partner's agents Global and Helpdesk
 * Administrators until it is removed; `granular` is GDAP, which grants named roles for a time.
 */
export type DelegatedAdmin =
  | { readonly kind: 'none' }
  | { readonly kind: 'classic' }
  | {
      readonly kind: 'granular';
      /** Role template ids of Microsoft Entra, in lower case. */
      readonly roles: OrNotKnown<Stated<readonly string[]>>;
      readonly durationDays: OrNotKnown<Stated<number>>;
      /** Whether it goes on by itself, 180 days at a time, once it would end. */
      readonly autoExtends: OrNotKnown<Stated<boolean>>;
    };

const functions: readonly SolutionProviderFunction[] = [
  'delegatedAdministrator',
  'resellerAndDelegatedAdministrator',
];

/** Whether delegated administration is part of a function; an invitation to the others must not ask for any. */
export function includesDelegatedAdmin(invitedAs: SolutionProviderFunction): boolean {
  return functions.includes(invitedAs);
}
