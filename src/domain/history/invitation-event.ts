import type { InvitationId, ProviderId } from '../identifiers.ts';
import type { AcceptedAgreement } from '../invitations/cloud-agreement.ts';
import type { FunctionSettings } from '../invitations/function-settings.ts';
import type { EffectKind } from '../invitations/invitation-status.ts';
import type { Invitation, OriginKind } from '../invitations/invitation.ts';
import type { RelationshipSummary } from '../partners/relationship-summary.ts';
import type { SolutionProviderFunction } from '../solution-provider-function.ts';

interface AboutInvitation {
  readonly invitation: InvitationId;
  readonly partner: ProviderId;
  readonly function: SolutionProviderFunction;
}

/** Decisions that a person may attempt, and reasons for refusal. */
export const decisionsWanted = ['authorize', 'cancel'] as const;
export const decisionRefusals = ['role', 'lapsed'] as const;

/** Audit events of an invitation. Before a decision it is always pending. */
export type InvitationEvent =
  | (AboutInvitation & { readonly kind: 'invitationReceived'; readonly origin: OriginKind })
  | (AboutInvitation & {
      readonly kind: 'invitationAuthorized';
      readonly agreement: AcceptedAgreement;
      readonly settings: FunctionSettings;
      readonly effect: EffectKind;
      /** The relationship with the partner, before and after. */
      readonly before: RelationshipSummary;
      readonly after: RelationshipSummary;
    })
  | (AboutInvitation & { readonly kind: 'invitationCancelled'; readonly reason?: string })
  | (AboutInvitation & { readonly kind: 'invitationWithdrawn' })
  | (AboutInvitation & { readonly kind: 'invitationLapsed' })
  /** The authorization was observed in the tenant. */
  | (AboutInvitation & { readonly kind: 'authorizationConfirmed' })
  /** A decision was attempted without the role, or after expiry. Nothing changed. */
  | (AboutInvitation & {
      readonly kind: 'decisionRefused';
      readonly wanted: (typeof decisionsWanted)[number];
      readonly why: (typeof decisionRefusals)[number];
    });

export function aboutInvitation({ id, partner, function: invitedAs }: Invitation): AboutInvitation {
  return { invitation: id, partner: partner.id, function: invitedAs };
}
