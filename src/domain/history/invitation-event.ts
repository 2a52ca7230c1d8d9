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

/** What a person may want of an invitation, and why it is refused. */
export const decisionsWanted = ['authorize', 'cancel'] as const;
export const decisionRefusals = ['role', 'lapsed'] as const;

/** What happened to an invitation, for the record. Before a decision it always was pending. */
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
  /** The tenant showed what had been authorized. */
  | (AboutInvitation & { readonly kind: 'authorizationConfirmed' })
  /** Somebody wanted to decide who lacks the role, or after it had lapsed. Nothing changed. */
  | (AboutInvitation & {
      readonly kind: 'decisionRefused';
      readonly wanted: (typeof decisionsWanted)[number];
      readonly why: (typeof decisionRefusals)[number];
    });

export function aboutInvitation({ id, partner, function: invitedAs }: Invitation): AboutInvitation {
  return { invitation: id, partner: partner.id, function: invitedAs };
}
