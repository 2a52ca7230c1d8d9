import { once } from 'node:events';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { TLSSocket } from 'node:tls';
import { guidIn } from '../../domain/guid.ts';
import { signOfElsewhere } from '../../domain/loopback.ts';
import { openAuthority } from './authority.ts';
import { makeCertificate } from './certificate.ts';
import { eitherScheme } from './either-scheme.ts';
import { openGraph } from './graph/graph.ts';
import type { NameOf } from './graph/partner-calls.ts';
import type { KnownPartner } from './page/known-partners.ts';
import { openPage } from './page/page.ts';
import type { Delivery, IncomingCall, Reply } from './reply.ts';
import { keepCall, seenCall, type SeenCall } from './seen-call.ts';
import { SimulatedTenant } from './tenant/simulated-tenant.ts';
import { openTokens, type Credentials } from './tokens.ts';

/*
 * A simulated Microsoft 365, over TLS on loopback: the identity platform and Microsoft Graph, as far as they are
 * documented, for any number of tenants. Its page is there without TLS, too, so that a browser opens it without a warning. For the sandbox and for tests; the desk itself never starts one.
 *
 *   const simulation = await openSimulation({ folder });
 *   const tenant = simulation.tenant(id);     // made on first use
 *   tenant.addPartner({ id, name, allowedRoles: [role] });
 *   tenant.faults.add(/crossTenantAccessPolicy/, { kind: 'throttled', retryAfter: 30 }, 1);
 *   simulation.calls                          // with tenant, priority, time, cost, and whether it came too early
 *   simulation.unknownCalls                   // nothing undocumented may be used: empty at the end of a test
 *   await simulation.close();
 */

export interface SimulationOptions {
  /** Where to write its certificate, for clients to trust. */
  readonly folder: string;
  /** Any free one by default. */
  readonly port?: number;
  /** The only tenants that there are; every id is one by default. */
  readonly tenants?: readonly string[];
  /** Called once for each tenant, when it is first used. */
  readonly furnish?: (tenant: SimulatedTenant) => void;
  /** Who is given tokens; anybody, for Microsoft Graph only, by default. */
  readonly credentials?: Credentials;
  /** Lifetime of tokens; seconds. */
  readonly tokenLifetime?: number;
  /** Names organisations that a tenant does not know itself. */
  readonly nameOf?: NameOf;
  /** The page that stands for the admin center; none by default. */
  readonly page?: {
    /** The tenant that is shown first. */
    readonly tenant: string;
    /** Whose requests can be approved without a link. */
    readonly knownPartners: readonly KnownPartner[];
    /** Called after the page has changed a tenant. */
    readonly changed?: (tenant: SimulatedTenant) => Promise<void>;
  };
  readonly now?: () => Date;
}

export interface Simulation {
  /** `https://localhost:PORT`: both `GRAPH_URL` and, with a tenant's id as its path, `ENTRA_AUTHORITY`. */
  readonly origin: string;
  /** For `NODE_EXTRA_CA_CERTS`. */
  readonly certificateFile: string;
  /** The tenant with this id, made if it is new. */
  tenant(id: string): SimulatedTenant;
  /** Everything that was called, oldest first, token requests too. */
  readonly calls: readonly SeenCall[];
  /** Those that are not documented, whole or in part. */
  readonly unknownCalls: readonly SeenCall[];
  close(): Promise<void>;
}

/** Opens a simulated Microsoft 365, which answers on loopback only. */
export async function openSimulation(options: SimulationOptions): Promise<Simulation> {
  const { folder, port = 0, tenants: named, furnish, credentials, tokenLifetime: lifetime = 3600 } = options;
  const now = options.now ?? (() => new Date());
  const certificate = await makeCertificate(folder);
  const tenants = new Map<string, SimulatedTenant>();
  const calls: SeenCall[] = [];
  const unknownCalls: SeenCall[] = [];
  let origin = '';

  function tenant(id: string): SimulatedTenant {
    const key = guidIn(id) ?? id;
    const existing = tenants.get(key);
    if (existing !== undefined) return existing;
    const made = new SimulatedTenant(key, now);
    tenants.set(key, made);
    furnish?.(made);
    return made;
  }

  const tokens = openTokens({ origin: () => origin, now, lifetime, credentials });
  const nameOf = options.nameOf ?? (() => Promise.resolve(undefined));
  const page =
    options.page &&
    openPage({
      tenant,
      tenantIds: () => [...tenants.keys()],
      nameOf,
      shownTenant: options.page.tenant,
      knownPartners: options.page.knownPartners,
      changed: options.page.changed,
    });
  const authority = openAuthority({ origin: () => origin, now, tokens, tenant, named, calls });
  const graph = openGraph({ origin: () => origin, now, tokens, tenant, nameOf, calls, unknownCalls });

  const respond = (request: IncomingMessage, response: ServerResponse): void => {
    answer(request).then(
      (delivery) => {
        send(response, delivery);
      },
      (error: unknown) => {
        // An error of the simulation itself must not look like one of Microsoft's.
        console.error(error);
        response.destroy();
      },
    );
  };

  async function answer(request: IncomingMessage): Promise<Delivery> {
    const isSecure = request.socket instanceof TLSSocket;
    const scheme = isSecure ? 'https' : 'http';
    if (signOfElsewhere(request, { scheme, opensLinks: page !== undefined }) !== undefined) {
      const body = 'The simulation answers only to this machine. Type its address into the browser.\n';
      return whole({ status: 403, headers: { 'content-type': 'text/plain' }, body });
    }
    const { method = '', url = '/' } = request;
    const incoming: IncomingCall = {
      method,
      url,
      header: (name) => request.headers[name]?.toString(),
      body: await bodyOf(request),
    };
    // Microsoft answers neither without TLS.
    if (isSecure) {
      if (/^\/(?:v1\.0|beta)\//.test(url)) return graph.answer(incoming);
      const ofAuthority = await authority.answer(incoming);
      if (ofAuthority !== undefined) return ofAuthority;
    }
    const ofPage = await page?.answer(incoming);
    if (ofPage !== undefined) return ofPage;
    keepCall(unknownCalls, seenCall(incoming, { at: now().getTime(), service: 'token', status: 404 }));
    return whole({ status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not found.\n' });
  }

  const { server, close } = eitherScheme({
    secure: createHttpsServer({ key: certificate.key, cert: certificate.cert }, respond),
    plain: createHttpServer(respond),
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  origin = `https://localhost:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    certificateFile: certificate.file,
    tenant,
    calls,
    unknownCalls,
    close,
  };
}

/** Bytes of a request's body; a full batch takes far less. */
const maxBody = 1_000_000;

/** @throws if it is too long */
async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length > maxBody) throw new Error('A request to the simulation is too long.');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function whole(reply: Reply): Delivery {
  return { kind: 'whole', reply };
}

function send(response: ServerResponse, delivery: Delivery): void {
  if (delivery.kind === 'hang') return;
  const { status, headers, body } = delivery.reply;
  const whole = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const half = whole.subarray(0, Math.floor(whole.length / 2));
  // Not `writeHead`: restify patches it, and it can no longer be chained.
  response.statusCode = status;
  response.setHeader('content-type', 'application/json');
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader('content-length', delivery.kind === 'malformed' ? half.length : whole.length);
  if (delivery.kind === 'whole') response.end(whole);
  else if (delivery.kind === 'malformed') response.end(half);
  else response.write(half, () => response.destroy());
}
