import type { InvitationId, ProviderId } from '../identifiers.ts';
import type { FunctionSettings } from '../invitations/function-settings.ts';
import type { EffectKind } from '../invitations/invitation-status.ts';
import type { RelationshipSummary } from '../partners/relationship-summary.ts';
import type { SolutionProviderFunction } from '../solution-provider-function.ts';

interface AboutPartner {
  readonly partner: ProviderId;
}

/** What a person may want of a relationship, and why it is refused. */
export const partnerChangesWanted = ['removeDelegatedAdmin', 'keepDelegatedAdmin', 'changeSettings'] as const;
export const partnerChangeRefusals = ['role'] as const;

/** What happened to the relationship with a partner, for the record. */
export type PartnerEvent =
  | (AboutPartner & {
      readonly kind: 'delegatedAdminRemoved';
      readonly effect: EffectKind;
      readonly reason?: string;
      readonly before: RelationshipSummary;
      readonly after: RelationshipSummary;
    })
  /** What an invitation had granted came to its end by itself. */
  | (AboutPartner & {
      readonly kind: 'delegatedAdminEnded';
      readonly invitation: InvitationId;
      readonly before: RelationshipSummary;
      readonly after: RelationshipSummary;
    })
  /** The tenant showed what had been removed. */
  | (AboutPartner & { readonly kind: 'removalConfirmed' })
  | (AboutPartner & {
      readonly kind: 'partnerSettingsChanged';
      readonly function: SolutionProviderFunction;
      readonly before: FunctionSettings;
      readonly after: FunctionSettings;
    })
  /** Somebody wanted to change the relationship who lacks the role. Nothing changed. */
  | (AboutPartner & {
      readonly kind: 'partnerChangeRefused';
      readonly wanted: (typeof partnerChangesWanted)[number];
      readonly why: (typeof partnerChangeRefusals)[number];
    });
