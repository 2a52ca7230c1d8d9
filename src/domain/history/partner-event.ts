import type { InvitationId, ProviderId } from '../identifiers.ts';
import type { FunctionSettings } from '../invitations/function-settings.ts';
import type { EffectKind } from '../invitations/invitation-status.ts';
import type { RelationshipSummary } from '../partners/relationship-summary.ts';
import type { SolutionProviderFunction } from '../solution-provider-function.ts';

interface AboutPartner {
  readonly partner: ProviderId;
}

/** Changes to a relationship that a person may attempt, and reasons for refusal. */
export const partnerChangesWanted = ['removeDelegatedAdmin', 'keepDelegatedAdmin', 'changeSettings'] as const;
export const partnerChangeRefusals = ['role'] as const;

/** Audit events of a partner relationship. */
export type PartnerEvent =
  | (AboutPartner & {
      readonly kind: 'delegatedAdminRemoved';
      readonly effect: EffectKind;
      readonly reason?: string;
      readonly before: RelationshipSummary;
      readonly after: RelationshipSummary;
    })
  /** What an invitation granted has expired. */
  | (AboutPartner & {
      readonly kind: 'delegatedAdminEnded';
      readonly invitation: InvitationId;
      readonly before: RelationshipSummary;
      readonly after: RelationshipSummary;
    })
  /** The removal was observed in the tenant. */
  | (AboutPartner & { readonly kind: 'removalConfirmed' })
  | (AboutPartner & {
      readonly kind: 'partnerSettingsChanged';
      readonly function: SolutionProviderFunction;
      readonly before: FunctionSettings;
      readonly after: FunctionSettings;
    })
  /** A person without the role attempted the change. Nothing changed. */
  | (AboutPartner & {
      readonly kind: 'partnerChangeRefused';
      readonly wanted: (typeof partnerChangesWanted)[number];
      readonly why: (typeof partnerChangeRefusals)[number];
    });
