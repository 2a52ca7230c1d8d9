import type { InvitationId, ProviderId } from '../identifiers.ts';
import type {
  decisionEvents,
  DecisionDetails,
  DecisionEventKind,
  DecisionWanted,
  EffectKind,
} from '../invitations/invitation-status.ts';
import type { Invitation, OriginKind } from '../invitations/invitation.ts';
import type { RelationshipSummary } from '../partners/relationship-summary.ts';
import type { SolutionProviderFunction } from '../solution-provider-function.ts';

interface AboutInvitation {
  readonly invitation: InvitationId;
  readonly partner: ProviderId;
  readonly function: SolutionProviderFunction;
}

/** Reasons for which a decision is refused. */
export const decisionRefusals = ['role', 'lapsed'] as const;

/** The audit event of a decision. */
type DecisionEvent<Kind extends DecisionEventKind> = AboutInvitation & {
  readonly kind: Kind;
} & DecisionDetails<(typeof decisionEvents)[Kind]>;

type AuthorizedEvent = Omit<DecisionEvent<'invitationAuthorized'>, 'effect'> & {
  readonly effect: EffectKind;
  /** The relationship with the partner, before and after. */
  readonly before: RelationshipSummary;
  readonly after: RelationshipSummary;
};

type OtherDecisionEvents = {
  readonly [Kind in Exclude<DecisionEventKind, 'invitationAuthorized'>]: DecisionEvent<Kind>;
};

/** Audit events of an invitation. Before a decision it is always pending. */
export type InvitationEvent =
  | (AboutInvitation & { readonly kind: 'invitationReceived'; readonly origin: OriginKind })
  /** A person claimed more of it, or something else, than its cards showed. */
  | (AboutInvitation & { readonly kind: 'invitationClaimAdded' })
  | AuthorizedEvent
  | OtherDecisionEvents[keyof OtherDecisionEvents]
  /** The authorization was observed in the tenant. */
  | (AboutInvitation & { readonly kind: 'authorizationConfirmed' })
  /** A decision was attempted without the role, or after expiry. Nothing changed. */
  | (AboutInvitation & {
      readonly kind: 'decisionRefused';
      readonly wanted: DecisionWanted;
      readonly why: (typeof decisionRefusals)[number];
    });

export function aboutInvitation({ id, partner, function: invitedAs }: Invitation): AboutInvitation {
  return { invitation: id, partner: partner.id, function: invitedAs };
}
