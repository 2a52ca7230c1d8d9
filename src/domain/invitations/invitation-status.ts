import type { Instant } from '../instant.ts';
import type { NamedPerson } from '../named-person.ts';
import type { AcceptedAgreement } from './cloud-agreement.ts';
import type { FunctionSettings } from './function-settings.ts';

/** The kinds of `Effect`. */
export const effectKinds = ['inEffect', 'recorded', 'awaiting', 'said', 'confirmed'] as const;

export type EffectKind = (typeof effectKinds)[number];

/**
 * How far a decision has taken effect. `inEffect`: the desk's own records are all there is, in the sandbox. `recorded`:
 * the desk recorded it, and does nothing else. `awaiting`: not observed in the tenant yet; a person completes it at
 * `adminCenterPage`. `said`: somebody says that they completed it, which nothing in the tenant can show.
 * `confirmed`: observed in the tenant `at` that time.
 */
export type Effect =
  | { readonly kind: 'inEffect' }
  | { readonly kind: 'recorded' }
  | {
      readonly kind: 'awaiting';
      readonly since: Instant;
      readonly adminCenterPage: string;
      /** The roles that the partner had then, as far as was seen: having them is no sign of this decision. */
      readonly rolesBefore?: readonly string[];
    }
  | { readonly kind: 'said'; readonly by: NamedPerson; readonly at: Instant }
  | {
      readonly kind: 'confirmed';
      readonly at: Instant;
      /** What was approved beyond and short of what the invitation claimed; absent if it was that, or not known. */
      readonly otherRoles?: OtherRoles;
      /** Who completed it at Microsoft, and when, from the tenant's audit log; absent until it was found there. */
      readonly completed?: { readonly by: string; readonly at: Instant };
    };

/** How what was approved differs from what was claimed; role template ids. */
export interface OtherRoles {
  readonly more: readonly string[];
  readonly missing: readonly string[];
}

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

/** What a decision holds besides its kind, who made it and when. */
export type DecisionDetails<Kind extends Decision['kind']> = Omit<
  Extract<Decision, { readonly kind: Kind }>,
  'kind' | 'by' | 'at'
>;

/** Kinds of decision that a person makes. */
type ChosenDecision = Extract<Decision, { readonly by: NamedPerson }>['kind'];

/** The audit event of each kind of decision. */
export const decisionEvents = {
  invitationAuthorized: 'authorized',
  invitationCancelled: 'cancelled',
  invitationWithdrawn: 'withdrawn',
  invitationLapsed: 'lapsed',
} as const satisfies { readonly [Kind in Decision['kind'] as `invitation${Capitalize<Kind>}`]: Kind };

export type DecisionEventKind = keyof typeof decisionEvents;

/** What a person attempts, by the kind of decision it leads to. */
const wanted = { authorized: 'authorize', cancelled: 'cancel' } as const satisfies Record<
  ChosenDecision,
  string
>;

/** Decisions that a person may attempt. */
export const decisionsWanted = Object.values(wanted);

export type DecisionWanted = (typeof decisionsWanted)[number];

/** Fields that hold free text a person gave with a decision. */
export const remarkFields = ['reason'] as const;

export type RemarkField = (typeof remarkFields)[number];

/** The free text in a decision or audit event, field by field; empty if there is none. */
export function remarksIn(
  kept: { readonly kind: string } & Readonly<Partial<Record<RemarkField, string | undefined>>>,
): readonly { readonly field: RemarkField; readonly text: string }[] {
  return remarkFields.flatMap((field) => {
    const text = kept[field];
    return text === undefined ? [] : [{ field, text }];
  });
}

export type InvitationStatus = { readonly kind: 'pending' } | Decision;
