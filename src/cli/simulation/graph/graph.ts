import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { answerBatch, type SubRequest } from './batch.ts';
import { directoryCalls } from './directory-calls.ts';
import type { Fault } from '../tenant/faults.ts';
import { queryOf, unitsOf, type GraphCall } from './graph-call.ts';
import { errorReply, GraphFailure, UnknownCall, type CallIds } from './graph-failure.ts';
import { mailCalls } from './mail-calls.ts';
import { partnerCalls, type NameOf } from './partner-calls.ts';
import type { Delivery, IncomingCall, Reply } from '../reply.ts';
import { reportCalls } from './report-calls.ts';
import { keepCall, seenCall, type SeenCall } from '../seen-call.ts';
import type { SimulatedTenant } from '../tenant/simulated-tenant.ts';
import { ThrottledServices } from './throttled-services.ts';
import { meetsClaims, type IssuedTo, type Tokens } from '../tokens.ts';

interface GraphOptions {
  readonly origin: () => string;
  readonly now: () => Date;
  readonly tokens: Tokens;
  readonly tenant: (id: string) => SimulatedTenant;
  readonly nameOf: NameOf;
  readonly calls: SeenCall[];
  readonly unknownCalls: SeenCall[];
}

/** Who calls. */
interface Caller {
  readonly tenant: SimulatedTenant;
  readonly issued: IssuedTo;
  readonly ids: CallIds;
}

/** Microsoft Graph, as far as it is documented. Everything else is an unknown call. */
export function openGraph(options: GraphOptions) {
  const { origin, now, tokens, tenant: tenantOf, calls, unknownCalls } = options;
  const documented = [...partnerCalls(options.nameOf), ...directoryCalls, ...reportCalls, ...mailCalls];
  const throttled = new ThrottledServices(now);

  /** The answer to a call, with the headers that every answer has. */
  async function answer(incoming: IncomingCall): Promise<Delivery> {
    const request = randomUUID();
    const ids = { request, client: incoming.header('client-request-id') ?? request, date: now() };
    const issued = await tokens.read(incoming.header('authorization'));
    const seen = record(incoming, issued?.tenant, false);
    if (issued === undefined) {
      const text = 'Access token is empty, has expired, or is not for this resource.';
      return deliver(seen, ids, errorReply(new GraphFailure(401, 'InvalidAuthenticationToken', text), ids));
    }
    const caller = { tenant: tenantOf(issued.tenant), issued, ids };
    const isBatch = seen.path === '/v1.0/$batch' && incoming.method === 'POST';
    const delivery = isBatch ? await batch(incoming, seen, caller) : await single(incoming, seen, caller);
    // Calls that were on their way already are not early.
    throttled.holdBack();
    return delivery.kind === 'hang' ? delivery : deliver(seen, ids, delivery.reply, delivery.kind);
  }

  function record(incoming: IncomingCall, tenant: string | undefined, isInBatch: boolean): SeenCall {
    const service = serviceOf(incoming.url);
    const seen = seenCall(incoming, {
      at: now().getTime(),
      tenant,
      isInBatch,
      service,
      isEarly: tenant !== undefined && throttled.isHeldBack(tenant, service),
    });
    keepCall(calls, seen);
    return seen;
  }

  async function single(incoming: IncomingCall, seen: SeenCall, caller: Caller): Promise<Delivery> {
    return faulty(seen, caller, () => documentedAnswer(incoming, seen, caller));
  }

  async function batch(incoming: IncomingCall, seen: SeenCall, caller: Caller): Promise<Delivery> {
    const send = async (sub: SubRequest): Promise<Delivery> => {
      const headers = new Map(
        Object.entries(sub.headers).map(([name, value]) => [name.toLowerCase(), value]),
      );
      const inner: IncomingCall = {
        method: sub.method,
        url: `/v1.0${sub.url}`,
        header: (name) => headers.get(name) ?? incoming.header(name),
        body: sub.body === undefined ? '' : JSON.stringify(sub.body),
      };
      const seenInside = record(inner, caller.tenant.id, true);
      const delivery = await single(inner, seenInside, caller);
      if (delivery.kind !== 'hang') seenInside.status = delivery.reply.status;
      return delivery;
    };
    return faulty(seen, caller, () => answerBatch(incoming.body, send));
  }

  /** An answer, or what a fault makes of it. */
  async function faulty(
    seen: SeenCall,
    caller: Caller,
    whole: () => Promise<Reply | Delivery>,
  ): Promise<Delivery> {
    const fault = caller.tenant.faults.take(`${seen.method} ${seen.path}`);
    if (fault?.kind === 'hang') return fault;
    if (fault?.kind === 'slow') await delay(fault.milliseconds);
    try {
      const instead = fault && insteadOfAnswer(fault, seen, caller);
      const answered = instead ?? (await whole());
      const delivery: Delivery = 'kind' in answered ? answered : { kind: 'whole', reply: answered };
      return delivery.kind === 'hang' ? delivery : spoiled(delivery, fault);
    } catch (error) {
      if (!(error instanceof GraphFailure)) throw error;
      if (error instanceof UnknownCall) keepCall(unknownCalls, seen);
      return { kind: 'whole', reply: errorReply(error, caller.ids) };
    }
  }

  function insteadOfAnswer(fault: Fault, seen: SeenCall, { tenant, issued }: Caller): Reply | undefined {
    switch (fault.kind) {
      case 'throttled':
        throw throttled.refuse(tenant.id, seen.service, fault.retryAfter);
      case 'claims':
        if (meetsClaims(issued, fault.claims)) return undefined;
        throw claimsChallenge(issued, fault.claims, `${origin()}/${tenant.id}/oauth2/v2.0/authorize`);
      case 'status': {
        const { status, code = 'UnknownError', message = '', retryAfter } = fault;
        if (retryAfter !== undefined) throttled.ask(tenant.id, seen.service, retryAfter);
        const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
        throw new GraphFailure(status, code, message, headers);
      }
      case 'body':
        return { status: 200, headers: { 'content-type': 'application/json' }, body: fault.body };
      case 'hang':
      case 'slow':
      case 'cut':
      case 'malformed':
      case 'foreignNextLink':
        return undefined;
    }
  }

  async function documentedAnswer(incoming: IncomingCall, seen: SeenCall, caller: Caller): Promise<Reply> {
    const { tenant, issued } = caller;
    const url = new URL(incoming.url, origin());
    const path = decodeURIComponent(url.pathname);
    const { call, parts } = callOf(incoming.method, path);
    const query = queryOf(url.searchParams, call.options);
    seen.units = unitsOf(call, query);
    // A permission that was taken away stops working at once; one that was given is in the next token.
    const { permissions } = call;
    const isGranted = (name: string) => issued.roles.includes(name) && tenant.granted.has(name);
    if (permissions !== 'ofMailbox' && !permissions.some(isGranted)) throw call.refusal ?? insufficient();
    if (call.service === 'reports') throttled.countReport(tenant.id);
    const body = incoming.method === 'POST' ? jsonIn(incoming) : undefined;
    const reply = await call.answer({
      tenant,
      origin: origin(),
      path,
      parts,
      query,
      body,
      prefer: incoming.header('prefer'),
    });
    return { ...reply, headers: { ...reply.headers, 'x-ms-resource-unit': String(seen.units) } };
  }

  function callOf(method: string, path: string): { call: GraphCall; parts: string[] } {
    const atPath = documented.filter((call) => call.path.test(path));
    const call = atPath.find((candidate) => candidate.method === method);
    if (call !== undefined) return { call, parts: call.path.exec(path)?.slice(1) ?? [] };
    if (atPath.length > 0)
      throw new UnknownCall(405, 'Request_BadRequest', `${method} is not supported here.`);
    const segment = path.split('/').at(-1) ?? '';
    throw new UnknownCall(404, 'BadRequest', `Resource not found for the segment '${segment}'.`);
  }

  return { answer };
}

function deliver(seen: SeenCall, ids: CallIds, reply: Reply, kind: 'whole' | 'cut' | 'malformed' = 'whole') {
  seen.status = reply.status;
  const diagnostics = { ServerInfo: { DataCenter: 'Simulation', Slice: 'E', Ring: '0', RoleInstance: '0' } };
  const headers = {
    'content-type': 'application/json',
    'cache-control': 'no-cache',
    'request-id': ids.request,
    'client-request-id': ids.client,
    'strict-transport-security': 'max-age=31536000',
    'x-ms-ags-diagnostic': JSON.stringify(diagnostics),
    date: ids.date.toUTCString(),
    ...reply.headers,
  };
  return { kind, reply: { ...reply, headers } } as const;
}

function serviceOf(url: string): SeenCall['service'] {
  if (url.includes('/auditLogs/')) return 'reports';
  return /\/messages(?:[/?]|$)/.test(url) ? 'mail' : 'directory';
}

function spoiled(delivery: Exclude<Delivery, { kind: 'hang' }>, fault: Fault | undefined): Delivery {
  if (fault?.kind === 'cut' || fault?.kind === 'malformed') return { ...delivery, kind: fault.kind };
  if (fault?.kind !== 'foreignNextLink') return delivery;
  const body = { ...(delivery.reply.body as object), '@odata.nextLink': `${fault.origin}/v1.0/next` };
  return { ...delivery, reply: { ...delivery.reply, body } };
}

function insufficient(): GraphFailure {
  const text = 'Insufficient privileges to complete the operation.';
  return new GraphFailure(403, 'Authorization_RequestDenied', text);
}

/** Only an app that declared that it understands challenges is sent one. */
function claimsChallenge({ isCapable }: IssuedTo, claims: string, authorize: string): GraphFailure {
  const text =
    'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp';
  const encoded = Buffer.from(claims).toString('base64');
  const challenge = `Bearer realm="", authorization_uri="${authorize}", error="insufficient_claims", claims="${encoded}"`;
  return new GraphFailure(
    401,
    'InvalidAuthenticationToken',
    text,
    isCapable ? { 'www-authenticate': challenge } : {},
  );
}

function jsonIn({ header, body }: IncomingCall): unknown {
  if (!/^application\/json\b/i.test(header('content-type') ?? '')) {
    throw new UnknownCall(400, 'BadRequest', 'The content type header is required, and must name JSON.');
  }
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw new UnknownCall(400, 'BadRequest', 'Unable to read JSON request payload.');
  }
}
