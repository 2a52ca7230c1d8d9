import { generateKeyPairSync, randomUUID, X509Certificate, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { decodeProtectedHeader, jwtVerify, SignJWT } from 'jose';
import { generate } from 'selfsigned';
import { homeTenant } from '../examples/example-ids.ts';

/** A channel's signing key. Signatures are valid only if it is published. */
export interface ChannelKey {
  readonly kid: string;
  readonly endorsements: readonly string[];
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

export function channelKey(kid: string, endorsements: readonly string[] = ['msteams']): ChannelKey {
  return { kid, endorsements, ...generateKeyPairSync('rsa', { modulusLength: 2048 }) };
}

/** What the token endpoint does: `issue`, `hang`, or answer with a status and a body. */
export type TokenEndpointBehaviour =
  'issue' | 'hang' | { readonly status: number; readonly body: Readonly<Record<string, unknown>> };

export const invalidClient = {
  status: 401,
  body: { error: 'invalid_client', error_description: 'AADSTS7000215: Invalid client secret provided.' },
} as const;

const appId = '6f0b3a0e-0000-4000-8000-00000000b0b0';
const secret = 'the secret that proves the bot';
const issuer = 'https://channels.example';
const connectorAudience = 'https://connector.example';

/**
 * A stand-in for Microsoft's identity platform, over TLS on loopback: OpenID metadata and keys of the channels, and the
 * token endpoint of one tenant.
 * @param folder where to write its certificate, for clients to trust
 */
export async function openIdentityStandIn(folder: string) {
  const [tls, proof] = await Promise.all([certificate('127.0.0.1'), certificate('bot')]);
  const trusted = join(folder, 'identity-stand-in.pem');
  await writeFile(trusted, tls.cert);
  const proofCertificate = new X509Certificate(proof.cert);
  const thumbprint = proofCertificate.fingerprint256.replaceAll(':', '').toLowerCase();

  const asked: string[] = [];
  const issued = new Set<string>();
  let published: readonly ChannelKey[] = [channelKey('first')];
  let tokenEndpoint: TokenEndpointBehaviour = 'issue';
  let lifetime = 3600;

  const server = createServer({ key: tls.private, cert: tls.cert }, (request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    asked.push(`${request.method ?? ''} ${path}`);

    void answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const tokenPath = `/${homeTenant}/oauth2/v2.0/token`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const send = (status: number, body: unknown): void => {
      // Not `writeHead`: restify patches it, and it can no longer be chained.
      response.statusCode = status;
      response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    };
    if (request.url === '/metadata') send(200, { issuer, jwks_uri: `${origin}/keys` });
    else if (request.url === '/keys') send(200, { keys: published.map(asJwk) });
    else if (request.url?.startsWith(tokenPath) !== true) send(404, {});
    else if (typeof tokenEndpoint === 'object') send(tokenEndpoint.status, tokenEndpoint.body);
    else if (tokenEndpoint === 'issue') {
      const form = new URLSearchParams(await text(request));
      if (await isProved(form, `${origin}${tokenPath}`)) send(200, issueFor(form.get('scope') ?? ''));
      else send(invalidClient.status, invalidClient.body);
    }
  }

  async function isProved(form: URLSearchParams, address: string): Promise<boolean> {
    if (form.get('client_id') !== appId || form.get('grant_type') !== 'client_credentials') return false;
    const assertion = form.get('client_assertion');
    if (assertion === null) return form.get('client_secret') === secret;
    const header = decodeProtectedHeader(assertion);
    const digest = Buffer.from(thumbprint, 'hex').toString('base64url');
    if (header['x5t#S256'] !== digest) return false;
    const expected = {
      issuer: appId,
      subject: appId,
      audience: address,
      // Entra tolerates clock skew. MSAL rounds, so half of its assertions are up to half a second ahead.
      clockTolerance: '5 minutes',
    };
    return jwtVerify(assertion, proofCertificate.publicKey, expected).then(
      () => true,
      () => false,
    );
  }

  function issueFor(scope: string) {
    const token = `${scope} ${randomUUID()}`.replaceAll(' ', '#');
    issued.add(token);
    return { token_type: 'Bearer', expires_in: lifetime, access_token: token };
  }

  return {
    origin,
    asked,
    /** Number of token requests. */
    tokenRequests: () => asked.filter((request) => request === `POST ${tokenPath}`).length,
    /** The settings of a desk that is registered here and trusts this server. */
    environment: {
      NODE_EXTRA_CA_CERTS: trusted,
      MicrosoftAppId: appId,
      MicrosoftAppPassword: secret,
      MicrosoftAppTenantId: homeTenant,
      ENTRA_AUTHORITY: `${origin}/${homeTenant}`,
      ToBotFromChannelOpenIdMetadataUrl: `${origin}/metadata`,
      ToBotFromChannelTokenIssuer: issuer,
      ToChannelFromBotLoginUrl: `${origin}/${homeTenant}`,
      ToChannelFromBotOAuthScope: connectorAudience,
      OAuthUrl: origin,
    },
    /** For another token endpoint, which then issues tokens for the connector like this one. */
    credentials: {
      prove: isProved,
      issueOther: (form: URLSearchParams) => ({ status: 200, body: issueFor(form.get('scope') ?? '') }),
    },
    /** Instead of the secret. */
    certificate: { CertificateThumbprint: thumbprint, CertificatePrivateKey: proof.private },
    /** Whether an `Authorization` header contains a token issued here for the connector. */
    isForConnector: (authorization: string | undefined) => {
      const token = authorization?.replace('Bearer ', '') ?? '';
      return issued.has(token) && token.startsWith(`${connectorAudience}/.default#`);
    },
    publish: (...keys: readonly ChannelKey[]) => {
      published = keys;
    },
    published: () => published,
    behaveAs: (behaviour: TokenEndpointBehaviour) => {
      tokenEndpoint = behaviour;
    },
    /** Lifetime of tokens issued later; seconds. */
    issueFor: (seconds: number) => {
      lifetime = seconds;
    },
    /** A valid channel token with these changes. Claims set to undefined are omitted. */
    sign: (serviceUrl: string, changes: Readonly<Record<string, unknown>> = {}, by?: ChannelKey) => {
      const now = Math.floor(Date.now() / 1000);
      const claims = { iss: issuer, aud: appId, serviceurl: serviceUrl, nbf: now - 60, exp: now + 3600 };
      const { kid, privateKey } = by ?? published[0] ?? channelKey('none');
      return new SignJWT({ ...claims, ...changes })
        .setProtectedHeader({ alg: 'RS256', kid })
        .sign(privateKey);
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export type IdentityStandIn = Awaited<ReturnType<typeof openIdentityStandIn>>;

function certificate(name: string) {
  return generate([{ name: 'commonName', value: name }], {
    algorithm: 'sha256',
    keySize: 2048,
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
  });
}

function asJwk({ kid, publicKey, endorsements }: ChannelKey) {
  const named = endorsements.length === 0 ? {} : { endorsements };
  return { ...publicKey.export({ format: 'jwk' }), use: 'sig', kid, ...named };
}
