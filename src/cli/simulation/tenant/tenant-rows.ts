/** What a simulated tenant accepts from a partner's own tenant; null: as by default. */
export interface InboundTrustRow {
  readonly isMfaAccepted: boolean;
  readonly isCompliantDeviceAccepted: boolean;
  readonly isHybridAzureADJoinedDeviceAccepted: boolean;
}

/** An organisation that has, or had, something to do with a simulated tenant. */
export interface SimulatedPartner {
  /** The id of its own tenant, in lower case. */
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  /** `isServiceProvider` of its row in the cross-tenant access policy; `absent`: there is no row. */
  readonly isServiceProvider: boolean | null | 'absent';
  /** Role template ids. */
  readonly allowedRoles: readonly string[];
  /** Those that its group holds. */
  readonly heldRoles: readonly string[];
  readonly inboundTrust: InboundTrustRow | null;
  /** How many subscriptions it sold that are still there. */
  readonly subscriptions: number;
  readonly createdAt: string;
  readonly changedAt: string;
}

export type PrincipalKind = 'user' | 'group' | 'servicePrincipal';

/** A role that somebody of the tenant itself has. */
export interface OwnRole {
  readonly principal: string;
  readonly kind: PrincipalKind;
  /** A role template id. */
  readonly role: string;
  /** `/`: the whole directory. */
  readonly scope: string;
  /** `activated`: by Privileged Identity Management; `eligible`: it could be, and is not. */
  readonly state: 'assigned' | 'activated' | 'eligible';
}

/** A row of the audit log. Only what is given differs from an ordinary change by a user. */
export interface AuditRow {
  readonly activityDisplayName: string;
  readonly activityDateTime?: string;
  readonly category?: string;
  readonly correlationId?: string;
  readonly loggedByService?: string;
  readonly operationType?: string;
  readonly initiatedBy?: {
    readonly user?: Readonly<Record<string, string | null>> | null;
    readonly app?: Readonly<Record<string, string | null>> | null;
  };
  readonly targetResources?: readonly Readonly<Record<string, unknown>>[];
  readonly additionalDetails?: readonly { readonly key: string; readonly value: string }[];
}

/** A sign-in. Only what is given differs from an interactive one by a service provider. */
export interface SignInRow {
  /** Whose people signed in. */
  readonly homeTenantId: string;
  readonly createdDateTime?: string;
  readonly crossTenantAccessType?: string;
  readonly appDisplayName?: string;
  readonly signInEventTypes?: readonly string[];
  readonly userPrincipalName?: string;
  /** 0: it succeeded. */
  readonly errorCode?: number;
}

/** Who everyone is of whom nothing was said; for a sandbox, whose people have made-up ids. */
export const everyonesRoles = [
  'globalAdministrator',
  'billingAdministrator',
  'relationshipAdministrator',
  'eligible',
  'none',
] as const;

export type EveryonesRole = (typeof everyonesRoles)[number];
