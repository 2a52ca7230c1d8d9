import { randomBytes, randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Reply } from './reply.ts';
import type { SimulatedTenant } from './tenant/simulated-tenant.ts';

/** Microsoft Graph's roots in Microsoft's clouds. */
const graphRoots = [
  'https://graph.microsoft.com',
  'https://graph.microsoft.us',
  'https://dod-graph.microsoft.us',
  'https://microsoftgraph.chinacloudapi.cn',
];

/** Who is given tokens, and for what else than Microsoft Graph. */
export interface Credentials {
  /** Whether a token request holds what proves the app. @param address of the token endpoint, as assertions name it */
  readonly prove: (form: URLSearchParams, address: string) => Promise<boolean>;
  /** The answer to a proved request for a token for something else than Microsoft Graph. */
  readonly issueOther: (form: URLSearchParams) => Pick<Reply, 'status' | 'body'>;
}

export interface IssuedTo {
  readonly tenant: string;
  readonly roles: readonly string[];
  /** Whether it understands claims challenges. */
  readonly isCapable: boolean;
  /** What it was asked for with. */
  readonly claims: ClaimsAsked;
}

const claimsAsked = z.object({ access_token: z.record(z.string(), z.unknown()).optional() });
type ClaimsAsked = z.infer<typeof claimsAsked>;

const issuedClaims = z.object({
  tid: z.string(),
  roles: z.array(z.string()),
  xms_cc: z.array(z.string()).optional(),
  asked: claimsAsked,
});

interface TokenOptions {
  readonly origin: () => string;
  readonly now: () => Date;
  /** Seconds. */
  readonly lifetime: number;
  readonly credentials: Credentials | undefined;
}

/** The tokens of all tenants of one simulation, which nobody else can make. */
export function openTokens({ origin, now, lifetime, credentials }: TokenOptions) {
  const key = randomBytes(32);
  const audiences = () => [...graphRoots, origin()];

  /** The answer of the token endpoint. */
  async function issue(tenant: SimulatedTenant, form: URLSearchParams, address: string): Promise<Reply> {
    const refuse = (status: number, error: string, number: number, text: string) =>
      tokenError({ status, error, number, text, now: now() });
    if (form.get('grant_type') !== 'client_credentials') {
      return refuse(400, 'unsupported_grant_type', 70003, 'The app requested an unsupported grant type.');
    }
    const hasProof = form.has('client_secret') || form.has('client_assertion');
    if (!form.has('client_id') || !hasProof) {
      return refuse(
        400,
        'invalid_request',
        900144,
        'The request body must contain a client_id and a secret.',
      );
    }
    if (credentials !== undefined && !(await credentials.prove(form, address))) {
      return refuse(401, 'invalid_client', 7000215, 'Invalid client secret provided.');
    }
    const audience = (form.get('scope') ?? '').replace(/\/\.default$/, '');
    if (!audiences().includes(audience)) {
      if (credentials !== undefined) return { headers: {}, ...credentials.issueOther(form) };
      return refuse(400, 'invalid_scope', 70011, 'The provided value for the scope is not valid.');
    }
    if (!tenant.hasConsented) {
      return refuse(400, 'unauthorized_client', 700016, 'Application was not found in the directory.');
    }
    const asked = claimsIn(form.get('claims'));
    if (asked === undefined) return refuse(400, 'invalid_request', 50148, 'The claims are malformed.');
    const body = {
      token_type: 'Bearer',
      expires_in: lifetime,
      ext_expires_in: lifetime,
      access_token: await sign(tenant, audience, form.get('client_id') ?? '', asked),
    };
    return { status: 200, headers: {}, body };
  }

  async function sign(
    tenant: SimulatedTenant,
    audience: string,
    app: string,
    asked: ClaimsAsked,
  ): Promise<string> {
    const at = Math.floor(now().getTime() / 1000);
    return new SignJWT({
      aud: audience,
      iss: `${origin()}/${tenant.id}/v2.0`,
      iat: at,
      nbf: at,
      exp: at + lifetime,
      appid: app,
      idtyp: 'app',
      roles: [...tenant.granted],
      tid: tenant.id,
      uti: randomUUID(),
      ver: '2.0',
      xms_cc: capabilities(asked),
      asked,
    })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .sign(key);
  }

  /** What a token says; undefined if it is missing, expired, or not from here. */
  async function read(authorization: string | undefined): Promise<IssuedTo | undefined> {
    const [, token = ''] = /^Bearer (\S+)$/i.exec(authorization ?? '') ?? [];
    try {
      const { payload } = await jwtVerify(token, key, { audience: audiences(), currentDate: now() });
      const { tid, roles, xms_cc = [], asked } = issuedClaims.parse(payload);
      return { tenant: tid, roles, isCapable: xms_cc.includes('cp1'), claims: asked };
    } catch {
      return undefined;
    }
  }

  return { issue, read };
}

export type Tokens = ReturnType<typeof openTokens>;

/** Whether a token was asked for with everything that a claims challenge wants. @param challenge JSON text */
export function meetsClaims({ claims }: IssuedTo, challenge: string): boolean {
  const wanted = claimsIn(challenge)?.access_token ?? {};
  return Object.entries(wanted).every(([name, value]) =>
    isDeepStrictEqual(claims.access_token?.[name], value),
  );
}

function claimsIn(text: string | null): ClaimsAsked | undefined {
  if (text === null) return {};
  try {
    return claimsAsked.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function capabilities(asked: ClaimsAsked): string[] {
  const capable = z.object({ values: z.array(z.string()) }).safeParse(asked.access_token?.['xms_cc']);
  return capable.data?.values ?? [];
}

interface TokenError {
  readonly status: number;
  readonly error: string;
  readonly number: number;
  readonly text: string;
  readonly now: Date;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An error as the token endpoint shapes it. */
export function tokenError({ status, error, number, text, now, headers = {} }: TokenError): Reply {
  const body = {
    error,
    error_description: `AADSTS${number}: ${text}`,
    error_codes: [number],
    timestamp: now.toISOString().replace('T', ' '),
    trace_id: randomUUID(),
    correlation_id: randomUUID(),
    error_uri: `https://login.microsoftonline.com/error?code=${number}`,
  };
  return { status, headers, body };
}
