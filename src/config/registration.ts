import type { Credential } from '../adapters/identity/credential.ts';
import type { Variables } from './variables.ts';

/** The bot's registration, and its credential. */
export interface Registration {
  readonly appId: string;
  readonly credential: Credential;
  /** Where the desk gets its own tokens, such as `https://login.microsoftonline.com/<tenant>`. */
  readonly authority: string;
  /** The Bot Framework's standard channel settings that are set. */
  readonly settings: Readonly<Record<string, string>>;
}

/** @returns variables that are missing or not allowed, one problem each */
export function registrationProblems(set: Variables): string[] {
  const problems: string[] = [];
  if (set.MicrosoftAppId === undefined) {
    problems.push(
      'MicrosoftAppId must be set to the application id of the bot’s registration, or DESK_MODE to sandbox to try the desk without one',
    );
  }
  if (set.MicrosoftAppType !== 'MultiTenant' && set.MicrosoftAppTenantId === undefined) {
    problems.push('MicrosoftAppTenantId must be set to the tenant of the bot’s registration');
  }
  if (set.MicrosoftAppType === 'MultiTenant' && set.ALLOWED_TENANTS === undefined) {
    problems.push(
      'ALLOWED_TENANTS must name the tenants to serve, separated by commas: a multi-tenant registration has none of its own',
    );
  }
  return [...problems, ...credentialProblems(set)];
}

function credentialProblems(set: Variables): string[] {
  const { MicrosoftAppPassword, CertificateThumbprint, CertificatePrivateKey } = set;
  const given = Object.entries({ MicrosoftAppPassword, CertificateThumbprint, CertificatePrivateKey })
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name);
  if (set.MicrosoftAppType === 'UserAssignedMSI') {
    return given.map((name) => `${name} must not be set: a managed identity needs no secret`);
  }
  if (given.length === 0) {
    return [
      'MicrosoftAppPassword must be set to a client secret of the bot’s registration, or CertificateThumbprint and CertificatePrivateKey to its certificate',
    ];
  }
  if (CertificateThumbprint === undefined && CertificatePrivateKey === undefined) return [];
  if (MicrosoftAppPassword !== undefined) {
    return [
      'MicrosoftAppPassword must not be set together with a certificate: the desk uses only one credential',
    ];
  }
  if (CertificateThumbprint === undefined) {
    return ['CertificateThumbprint must be set too, to the SHA-256 of the certificate'];
  }
  return CertificatePrivateKey === undefined
    ? ['CertificatePrivateKey must be set too, to the private key of the certificate']
    : [];
}

/** @param set variables without problems. @returns undefined in a sandbox without a registration */
export function registrationOf(set: Variables): Registration | undefined {
  const credential = credentialOf(set);
  if (set.MicrosoftAppId === undefined || credential === undefined) return undefined;
  const { ChannelService, ToBotFromChannelOpenIdMetadataUrl, ToBotFromChannelTokenIssuer } = set;
  const { ToChannelFromBotLoginUrl, ToChannelFromBotOAuthScope, OAuthUrl } = set;
  const settings = {
    ChannelService,
    ToBotFromChannelOpenIdMetadataUrl,
    ToBotFromChannelTokenIssuer,
    ToChannelFromBotLoginUrl,
    ToChannelFromBotOAuthScope,
    OAuthUrl,
  };
  return {
    appId: set.MicrosoftAppId,
    credential,
    authority: set.ENTRA_AUTHORITY ?? set.ToChannelFromBotLoginUrl ?? authorityOfCloud(set),
    settings: Object.fromEntries(
      Object.entries(settings).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
  };
}

function credentialOf(set: Variables): Credential | undefined {
  if (set.MicrosoftAppType === 'UserAssignedMSI') return { kind: 'managedIdentity' };
  const { CertificateThumbprint: thumbprint, CertificatePrivateKey: privateKey } = set;
  if (thumbprint !== undefined && privateKey !== undefined) {
    return { kind: 'certificate', thumbprint, privateKey };
  }
  const { MicrosoftAppPassword: secret } = set;
  return secret === undefined ? undefined : { kind: 'secret', secret };
}

/**
 * Multi-tenant bots log in to the Bot Framework's tenant. Source: Bot Connector authentication, also for Azure
 * Government.
 */
function authorityOfCloud(set: Variables): string {
  const [host, frameworkTenant] =
    set.ChannelService === undefined
      ? ['login.microsoftonline.com', 'botframework.com']
      : ['login.microsoftonline.us', 'MicrosoftServices.onmicrosoft.us'];
  const ownTenant = set.MicrosoftAppType === 'MultiTenant' ? undefined : set.MicrosoftAppTenantId;
  return `https://${host}/${ownTenant ?? frameworkTenant}`;
}
