import type { Instant } from '../instant.ts';
import type { NamedPerson } from '../named-person.ts';
import type { AcceptedAgreement } from './cloud-agreement.ts';
import type { FunctionSettings } from './function-settings.ts';

/** The kinds of `Effect`. */
export const effectKinds = ['inEffect', 'awaiting', 'confirmed'] as const;

export type EffectKind = (typeof effectKinds)[number];

/**
 * How far a decision has taken effect. `inEffect`: the desk's own records are authoritative. `awaiting`: not observed
 * in the tenant yet; a person completes it at `adminCenterPage`. `confirmed`: observed in the tenant `at` that time.
 */
export type Effect =
  | { readonly kind: 'inEffect' }
  | { readonly kind: 'awaiting'; readonly since: Instant; readonly adminCenterPage: string }
  | { readonly kind: 'confirmed'; readonly at: Instant };

/** The final status of an invitation. Only the `effect` of an authorization still changes. */
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
  /** It expired undecided. */
  | { readonly kind: 'lapsed'; readonly at: Instant }
  /** Its submitter withdrew it. */
  | { readonly kind: 'withdrawn'; readonly at: Instant };

export type InvitationStatus = { readonly kind: 'pending' } | Decision;
