import { setTimeout as delay } from 'node:timers/promises';
import { guidIn } from '../../domain/guid.ts';
import type { Fault } from './tenant/faults.ts';
import type { Delivery, IncomingCall, Reply } from './reply.ts';
import { keepCall, seenCall, type SeenCall } from './seen-call.ts';
import type { SimulatedTenant } from './tenant/simulated-tenant.ts';
import { tokenError, type Tokens } from './tokens.ts';

interface AuthorityOptions {
  readonly origin: () => string;
  readonly now: () => Date;
  readonly tokens: Tokens;
  readonly tenant: (id: string) => SimulatedTenant;
  /** The only tenants that there are; undefined: every id is one. */
  readonly named: readonly string[] | undefined;
  readonly calls: SeenCall[];
}

/** The identity platform: the token endpoint of every tenant, and the metadata that MSAL may ask for. */
export function openAuthority({ origin, now, tokens, tenant, named, calls }: AuthorityOptions) {
  /** @returns undefined if it is no address of the identity platform */
  async function answer(incoming: IncomingCall): Promise<Delivery | undefined> {
    const [, segment, path] = /^\/([^/?]+)(\/[^?]+)/.exec(incoming.url) ?? [];
    if (segment === undefined) return undefined;
    if (path === '/oauth2/v2.0/token' && incoming.method === 'POST') return token(segment, path, incoming);
    const metadata = incoming.method === 'GET' ? metadataAt(`${origin()}/${segment}`, path) : undefined;
    return metadata && { kind: 'whole', reply: { status: 200, headers: {}, body: metadata } };
  }

  async function token(segment: string, path: string, incoming: IncomingCall): Promise<Delivery> {
    const id = guidIn(decodeURIComponent(segment)) ?? decodeURIComponent(segment);
    const seen = seenCall(incoming, { at: now().getTime(), service: 'token', tenant: id });
    keepCall(calls, seen);
    if (named !== undefined && !named.includes(id)) {
      const text = `Tenant '${id}' not found.`;
      return reply(
        seen,
        tokenError({ status: 400, error: 'invalid_request', number: 90002, text, now: now() }),
      );
    }
    const fault = tenant(id).faults.take(`POST ${seen.path}`);
    if (fault?.kind === 'hang') return fault;
    if (fault?.kind === 'slow') await delay(fault.milliseconds);
    if (fault?.kind === 'body') return reply(seen, { status: 200, headers: {}, body: fault.body });
    const form = new URLSearchParams(incoming.body);
    const issued =
      failed(fault, now()) ?? (await tokens.issue(tenant(id), form, `${origin()}/${segment}${path}`));
    return reply(seen, issued, fault?.kind === 'cut' || fault?.kind === 'malformed' ? fault.kind : 'whole');
  }

  return { answer };
}

function reply(seen: SeenCall, answered: Reply, kind: 'whole' | 'cut' | 'malformed' = 'whole'): Delivery {
  seen.status = answered.status;
  return { kind, reply: answered };
}

function failed(fault: Fault | undefined, now: Date): Reply | undefined {
  if (fault?.kind !== 'throttled' && fault?.kind !== 'status') return undefined;
  const transient = { status: 429, error: 'temporarily_unavailable', number: 90033, now } as const;
  const { status, error } =
    fault.kind === 'status' ? { error: fault.code ?? transient.error, status: fault.status } : transient;
  const headers: Record<string, string> =
    fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
  const text = 'A transient error has occurred. Please try again.';
  return tokenError({ ...transient, status, error, text, headers });
}

/** The OpenID metadata of a tenant. @param base its authority */
function metadataAt(base: string, path: string | undefined): object | undefined {
  if (path === '/discovery/v2.0/keys') return { keys: [] };
  if (path !== '/v2.0/.well-known/openid-configuration') return undefined;
  return {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    issuer: `${base}/v2.0`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
  };
}
