import type { InvitationId, ProviderId } from '../identifiers.ts';
import type { Instant } from '../instant.ts';
import type { TenantChange } from '../tenant/tenant-alert.ts';

interface AboutPartner {
  readonly partner: ProviderId;
}

/** What a person may attempt about the tenant, and reasons for refusal. */
export const tenantChangesWanted = ['sayExpected', 'sayDone'] as const;
export const tenantRefusals = ['role'] as const;

/** Which decision something is about: that an invitation was authorized, or that permissions were removed. */
export const decidedKinds = ['authorization', 'removal'] as const;

export type DecidedKind = (typeof decidedKinds)[number];

/** Audit events of what the tenant showed, and of what people said to it. */
export type TenantEvent =
  /** The tenant was read for the first time, and showed so many with access. */
  | { readonly kind: 'tenantFirstRead'; readonly seen: number }
  /** The tenant showed a change that nobody decided here. `roles`: those it is about; role template ids. */
  | (AboutPartner & {
      readonly kind: 'tenantAlertRaised';
      readonly alert: string;
      readonly change: TenantChange['kind'];
      readonly roles: readonly string[];
    })
  /** A person said that a change was expected. */
  | (AboutPartner & {
      readonly kind: 'tenantAlertExpected';
      readonly alert: string;
      readonly change: TenantChange['kind'];
      readonly note?: string;
    })
  /** A person said that a decision was completed at Microsoft, which nothing there can show. */
  | (AboutPartner & {
      readonly kind: 'doneAtMicrosoft';
      readonly decided: DecidedKind;
      /** Absent for a removal. */
      readonly invitation?: InvitationId;
    })
  /** The tenant's audit log showed who completed a decision at Microsoft. */
  | (AboutPartner & {
      readonly kind: 'completionAudited';
      readonly decided: DecidedKind;
      readonly invitation?: InvitationId;
      /** As Microsoft names them; untrusted text. */
      readonly completedBy: string;
      readonly activity: string;
      readonly completedAt: Instant;
      readonly correlationId: string;
    })
  /** A person without the role attempted it. Nothing changed. */
  | (AboutPartner & {
      readonly kind: 'tenantChangeRefused';
      readonly wanted: (typeof tenantChangesWanted)[number];
      readonly why: (typeof tenantRefusals)[number];
    });
