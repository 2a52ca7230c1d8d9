import { ConfidentialClientApplication, type NodeAuthOptions } from '@azure/msal-node';
import type { Credential } from './credential.ts';
import { identityNetwork } from './identity-network.ts';
import { issuedToken, type IssueToken } from './issued-token.ts';

interface EntraOptions {
  readonly appId: string;
  /** For example `https://login.microsoftonline.com/<tenant>`. */
  readonly authority: string;
  readonly credential: Exclude<Credential, { readonly kind: 'managedIdentity' }>;
  /** What the desk can do with a token's refusal: `cp1`, ask again with the claims that the service wants. */
  readonly capabilities?: readonly string[];
}

/** Requests tokens from Microsoft Entra with a secret or a certificate. Calls no host but the authority's. */
export function entraTokens({ appId, authority, credential, capabilities }: EntraOptions): IssueToken {
  const { origin, host } = new URL(authority);
  const auth: NodeAuthOptions = {
    clientId: appId,
    authority,
    // Without these, MSAL asks login.microsoftonline.com whether to trust the host, then the host for its endpoints.
    knownAuthorities: [host],
    authorityMetadata: JSON.stringify(endpointsOf(authority)),
    ...(capabilities && { clientCapabilities: [...capabilities] }),
    ...proofOf(credential),
  };
  return async (scope, signal, claims) => {
    const networkClient = identityNetwork({
      signal: () => signal,
      isAllowed: (address) => address.origin === origin,
    });
    // One client per request: a shared one refuses to retry for a minute after a single 5xx.
    const client = new ConfidentialClientApplication({ auth, system: { networkClient } });
    const request = { scopes: [scope], skipCache: true, ...(claims !== undefined && { claims }) };
    return issuedToken(await client.acquireTokenByClientCredential(request));
  };
}

/** Source: the Microsoft identity platform's OpenID metadata; the layout is the same for every tenant and cloud. */
function endpointsOf(authority: string) {
  const base = authority.replace(/\/+$/, '');
  return {
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    issuer: `${base}/v2.0`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
  };
}

function proofOf(credential: EntraOptions['credential']): Partial<NodeAuthOptions> {
  if (credential.kind === 'secret') return { clientSecret: credential.secret };
  const { thumbprint, privateKey } = credential;
  return { clientCertificate: { thumbprintSha256: thumbprint, privateKey } };
}
