import type { Instant } from '../instant.ts';
import type { NamedPerson } from '../named-person.ts';
import type { AcceptedAgreement } from './cloud-agreement.ts';
import type { FunctionSettings } from './function-settings.ts';

/** The kinds of `Effect`. */
export const effectKinds = ['inEffect', 'awaiting', 'confirmed'] as const;

export type EffectKind = (typeof effectKinds)[number];

/**
 * How far an authorization has taken effect. `inEffect`: the desk's own records are the truth. `awaiting`: the tenant has
 * yet to show it, and `adminCenterPage` is where a person brings it about. `confirmed`: the tenant showed it, `at` that time.
 */
export type Effect =
  | { readonly kind: 'inEffect' }
  | { readonly kind: 'awaiting'; readonly since: Instant; readonly adminCenterPage: string }
  | { readonly kind: 'confirmed'; readonly at: Instant };

/** What became of an invitation, once and for all. Only the `effect` of an authorization still moves. */
export type Decision =
  | {
      readonly kind: 'authorized';
      readonly by: NamedPerson;
      readonly at: Instant;
      readonly agreement: AcceptedAgreement;
      readonly settings: FunctionSettings;
      readonly effect: Effect;
    }
  | {
      readonly kind: 'cancelled';
      readonly by: NamedPerson;
      readonly at: Instant;
      readonly reason?: string;
    }
  /** Nobody decided in time. */
  | { readonly kind: 'lapsed'; readonly at: Instant }
  /** Whoever posted it took it back. */
  | { readonly kind: 'withdrawn'; readonly at: Instant };

export type InvitationStatus = { readonly kind: 'pending' } | Decision;
