import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { SignJWT } from 'jose';
import { generate } from 'selfsigned';
import { homeTenant } from '../examples/example-ids.ts';
import { memberAsked, rosterMember } from './roster.ts';

const registeredApp = '11111111-2222-4333-8444-555555555555';
export const teams = 'https://smba.trafficmanager.net/emea/';

const hosts = {
  keys: 'login.botframework.com',
  tokens: 'login.microsoftonline.com',
  connector: 'smba.trafficmanager.net',
  files: 'contoso-my.sharepoint.com',
};

/**
 * Microsoft’s services as production calls them by default, under their own names, on one port of loopback over TLS: a
 * proxy has to lead there.
 * @param folder where to write the certificate, for clients to trust
 */
export async function openMicrosoftStandIn(folder: string) {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const certificate = await generate([{ name: 'commonName', value: 'Microsoft stand-in' }], {
    algorithm: 'sha256',
    keySize: 2048,
    extensions: [
      {
        name: 'subjectAltName',
        altNames: Object.values(hosts).map((value) => ({ type: 2 as const, value })),
      },
    ],
  });
  const trusted = join(folder, 'microsoft-stand-in.pem');
  await writeFile(trusted, certificate.cert);
  const posted: Readonly<Record<string, unknown>>[] = [];
  const uploaded: Buffer[] = [];

  async function answer(request: IncomingMessage): Promise<readonly [status: number, body: unknown]> {
    const body = await buffer(request);
    switch (request.headers.host) {
      case hosts.keys:
        return [
          200,
          request.url?.endsWith('/keys') === true
            ? { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', endorsements: ['msteams'] }] }
            : { jwks_uri: `https://${hosts.keys}/v1/.well-known/keys` },
        ];
      case hosts.tokens:
        return [200, { token_type: 'Bearer', expires_in: 3600, access_token: 'token' }];
      case hosts.connector: {
        const asked = memberAsked(request.method, request.url?.replace(/^\/emea/, ''));
        if (asked !== undefined) return [200, rosterMember(asked.id)];
        posted.push(JSON.parse(body.toString('utf8')) as Readonly<Record<string, unknown>>);
        return [200, { id: String(posted.length) }];
      }
      case hosts.files:
        if (request.method === 'GET') return [200, {}];
        uploaded.push(body);
        return [201, { id: 'file' }];
      case undefined:
      default:
        return [404, {}];
    }
  }

  const server = createServer(
    { key: certificate.private, cert: certificate.cert },
    (request, response: ServerResponse) => {
      void answer(request).then(([status, body]) => {
        response.statusCode = status;
        response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
      });
    },
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    /** The environment of a desk that is registered there. */
    environment: {
      NODE_EXTRA_CA_CERTS: trusted,
      MicrosoftAppId: registeredApp,
      MicrosoftAppPassword: 'the secret of the registration',
      MicrosoftAppTenantId: homeTenant,
    },
    /** Activities that the connector accepted. */
    posted,
    /** Parts of uploaded files. */
    uploaded,
    /** The header with which Teams sends an activity. */
    authorization: async () => {
      const now = Math.floor(Date.now() / 1000);
      const token = await new SignJWT({
        iss: 'https://api.botframework.com',
        aud: registeredApp,
        serviceurl: teams,
        exp: now + 3600,
      })
        .setProtectedHeader({ alg: 'RS256', kid: 'one' })
        .sign(privateKey);
      return `Bearer ${token}`;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
