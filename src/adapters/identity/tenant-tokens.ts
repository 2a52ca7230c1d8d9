import { AuthError } from '@azure/msal-node';
import type { Clock, Timer } from '../../application/ports/clock.ts';
import type { Log } from '../../application/ports/log.ts';
import type { Meter } from '../../application/ports/meter.ts';
import { logWith } from '../../application/runtime/logging.ts';
import type { TenantId } from '../../domain/identifiers.ts';
import type { Credential } from './credential.ts';
import { entraTokens } from './entra-tokens.ts';
import type { IssueToken } from './issued-token.ts';
import { managedIdentityTokens } from './managed-identity-tokens.ts';
import { meteredCall } from './metered-call.ts';
import { cachedTokens, type RenewableTokens } from './token-cache.ts';

interface TenantTokensOptions {
  readonly appId: string;
  readonly credential: Credential;
  /** Such as `https://login.microsoftonline.com/<tenant>`; its last segment gives way to each tenant's id. */
  readonly authority: string;
  /** The only tenant for which a managed identity gets tokens. */
  readonly homeTenant: TenantId | undefined;
  /** Such as `https://graph.microsoft.com/.default`. */
  readonly scope: string;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly meter: Meter;
  readonly log: Log;
}

/** App-only tokens, each of one tenant: it opens that tenant's data and no other's. */
export interface TenantTokens {
  /** @throws TokenUnavailable */
  token(tenant: TenantId): Promise<string>;
  /** See `RenewableTokens`. @throws TokenUnavailable */
  renew(tenant: TenantId, refused: string, claims?: string): Promise<string>;
  outdate(tenant: TenantId): void;
}

/** The error code of a managed identity that is asked for a token of another tenant than its own. */
export const foreignManagedIdentity = 'managed_identity_of_another_tenant';

/** Requests and caches a token for each tenant on its own: an outage or a missing consent in one affects no other. */
export function tenantTokens(options: TenantTokensOptions): TenantTokens {
  const { scope, meter, log } = options;
  const tenants = new Map<TenantId, RenewableTokens>();

  function of(tenant: TenantId): RenewableTokens {
    const existing = tenants.get(tenant);
    if (existing !== undefined) return existing;
    const issue = issuerOf(tenant, options);
    const created = cachedTokens({
      ...options,
      issue: (wanted, signal, claims) =>
        meteredCall(
          meter,
          'graph',
          () => issue(wanted, signal, claims),
          () => signal.aborted,
        ),
      log: logWith(log, { tenant }),
      consequence: 'Microsoft 365 cannot be read without one',
    });
    tenants.set(tenant, created);
    return created;
  }

  return {
    token: (tenant) => of(tenant).token(scope),
    renew: (tenant, refused, claims) => of(tenant).renew(scope, refused, claims),
    outdate: (tenant) => {
      of(tenant).outdate(scope);
    },
  };
}

function issuerOf(tenant: TenantId, options: TenantTokensOptions): IssueToken {
  const { appId, credential, authority, homeTenant } = options;
  if (credential.kind !== 'managedIdentity') {
    // Continuous access evaluation: Graph may refuse a token early, and says with which claims to ask for another.
    const capabilities = ['cp1'];
    return entraTokens({ appId, authority: authorityFor(authority, tenant), credential, capabilities });
  }
  if (tenant === homeTenant) return managedIdentityTokens(appId);
  return () => Promise.reject(new AuthError(foreignManagedIdentity, ''));
}

/** The same authority for another tenant. */
export function authorityFor(authority: string, tenant: TenantId): string {
  return `${authority.replace(/\/+$/, '').replace(/\/[^/]*$/, '')}/${encodeURIComponent(tenant)}`;
}
