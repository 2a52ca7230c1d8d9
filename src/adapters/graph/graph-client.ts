import type { Clock, Timer } from '../../application/ports/clock.ts';
import type { Log } from '../../application/ports/log.ts';
import type { Meter } from '../../application/ports/meter.ts';
import { TokenUnavailable } from '../../application/ports/tokens.ts';
import type { TenantId } from '../../domain/identifiers.ts';
import { millisecondsOf } from '../../domain/instant.ts';
import { foreignManagedIdentity, type TenantTokens } from '../identity/tenant-tokens.ts';
import { claimsIn } from './claims-challenge.ts';
import { startDeadline, type Deadline } from './deadline.ts';
import { exchange, type GraphAnswer, type Priority } from './exchange.ts';
import { failureOf, GraphFailure } from './graph-failure.ts';
import { createGraphLimits, retryAfter } from './graph-limits.ts';
import type { WireRequest } from './graph-reads.ts';
import { graphSession, type GraphSession } from './graph-session.ts';

interface GraphClientOptions {
  /** Such as `https://graph.microsoft.com`. */
  readonly root: string;
  readonly tokens: TenantTokens;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly meter: Meter;
  readonly log: Log;
}

/** Reads Microsoft Graph, for many tenants, each with its own token. */
export interface GraphClient {
  /** Reads within one time limit: tokens, retries and waits fit in it. @param milliseconds in all */
  within<Result>(
    options: {
      readonly tenant: TenantId;
      readonly priority: Priority;
      readonly milliseconds: number;
      readonly signal?: AbortSignal;
    },
    work: (graph: GraphSession) => Promise<Result>,
  ): Promise<Result>;
  /** How long Graph wants the reads of a tenant's directory, or of its mailbox, held back; milliseconds, 0 if it does not. */
  heldBack(tenant: TenantId, service?: 'directory' | 'mail'): number;
  /** By how much this machine's clock was ahead of Graph's at its last answer; milliseconds. */
  clockAhead(): number | undefined;
}

/** For one request while a person waits, and while nobody does; milliseconds. */
const requestTimeout = { high: 5_000, low: 20_000 } as const;
/** Of one request, while Graph cannot serve for the moment. */
const maxAttempts = 3;
/** Before a retry that nobody asked to be later, and what a request takes at least; milliseconds. */
const retryDelay = 300;
const requestTime = 500;

/** The token error of a tenant in which nobody consented: the application is not known there. */
const withoutConsent = new Set(['AADSTS700016', 'AADSTS7000229', 'AADSTS650052']);

export function openGraphClient(options: GraphClientOptions): GraphClient {
  const { tokens, clock, log } = options;
  const limits = createGraphLimits(clock);
  const now = () => millisecondsOf(clock.now());
  let ahead: number | undefined;

  /** Sends a request as often as it takes within its deadline. @throws GraphFailure */
  async function answerTo(
    request: WireRequest,
    tenant: TenantId,
    priority: Priority,
    deadline: Deadline,
  ): Promise<GraphAnswer> {
    for (let attempt = 1; ; attempt += 1) {
      await admit(request, tenant, deadline);
      const isLast = attempt === maxAttempts;
      let answer: GraphAnswer;
      try {
        answer = await authorized(request, tenant, priority, deadline);
      } catch (error) {
        const isTransient = error instanceof GraphFailure && isTransientCode(error.code);
        if (isTransient && !isLast && (await pauseIfItFits(retryDelay * attempt, deadline))) continue;
        if (error instanceof GraphFailure) report(error, tenant, { call: request.call });
        throw error;
      }
      if (answer.status < 300) return answer;
      const wait = heed(answer, request, tenant);
      const failure = failureOf(answer.status, answer.body);
      if (wait === undefined || isLast || !(await pauseIfItFits(wait || retryDelay * attempt, deadline))) {
        const { status, requestId } = answer;
        report(failure, tenant, { call: request.call, status, requestId });
        throw failure;
      }
    }
  }

  /** Waits until Graph takes another request. @throws GraphFailure at once if that is too late */
  async function admit({ service }: WireRequest, tenant: TenantId, deadline: Deadline): Promise<void> {
    for (let wait = limits.waitFor(tenant, service); wait > 0; wait = limits.waitFor(tenant, service)) {
      if (!(await pauseIfItFits(wait, deadline))) throw new GraphFailure('unavailable', 'held_back');
    }
    limits.sent(tenant, service);
  }

  async function authorized(
    request: WireRequest,
    tenant: TenantId,
    priority: Priority,
    deadline: Deadline,
  ): Promise<GraphAnswer> {
    const token = await tokenFrom(() => tokens.token(tenant), deadline);
    const answer = await send(token, request, priority, deadline);
    const claims = answer.status === 401 ? claimsIn(answer.header('www-authenticate')) : undefined;
    if (claims === undefined) return answer;
    const renewed = await tokenFrom(() => tokens.renew(tenant, token, claims), deadline);
    await admit(request, tenant, deadline);
    return send(renewed, request, priority, deadline);
  }

  async function send(
    token: string,
    request: WireRequest,
    priority: Priority,
    deadline: Deadline,
  ): Promise<GraphAnswer> {
    const attempt = deadline.shorter(requestTimeout[priority]);
    try {
      const answer = await exchange(options, request, { token, priority, signal: attempt.signal });
      ahead = now() - answer.sentAt;
      return answer;
    } finally {
      attempt.done();
    }
  }

  /** Holds back further calls if the answer says so. @returns when to try again, in milliseconds; undefined: not at all */
  function heed(
    { status, header, sentAt }: GraphAnswer,
    { service }: WireRequest,
    tenant: TenantId,
  ): number | undefined {
    const wait = retryAfter(header('retry-after'), sentAt);
    const isThrottled = status === 429 || (status === 503 && wait !== undefined);
    if (isThrottled) limits.hold(tenant, service, wait);
    if (isThrottled) return limits.heldBack(tenant, service);
    return [500, 502, 503, 504].includes(status) ? 0 : undefined;
  }

  function report(
    { why, code }: GraphFailure,
    tenant: TenantId,
    fields: { readonly call: string; readonly status?: number; readonly requestId?: string | undefined },
  ): void {
    // What was granted since is in a new token only.
    if (why === 'refused' || fields.status === 401) tokens.outdate(tenant);
    if (why === 'unavailable') log.warn({ tenant, ...fields, code }, 'Microsoft Graph did not answer a read');
    else log.info({ tenant, ...fields, code, why }, 'Microsoft Graph refused a read');
  }

  return {
    heldBack: (tenant, service = 'directory') => limits.heldBack(tenant, service),
    clockAhead: () => ahead,
    async within({ tenant, priority, milliseconds, signal }, work) {
      const deadline = startDeadline(options, milliseconds, signal);
      try {
        return await work(
          graphSession({
            root: options.root,
            answerTo: (request) => answerTo(request, tenant, priority, deadline),
            hold: (wait) => {
              limits.hold(tenant, 'directory', wait);
            },
            renew: (claims) =>
              tokenFrom(async () => tokens.renew(tenant, await tokens.token(tenant), claims), deadline).then(
                () => undefined,
              ),
            report: (failure, call, status) => {
              report(failure, tenant, { call, status });
            },
          }),
        );
      } finally {
        deadline.done();
      }
    },
  };
}

async function pauseIfItFits(wait: number, deadline: Deadline): Promise<boolean> {
  if (deadline.signal.aborted || deadline.remaining() < wait + requestTime) return false;
  try {
    await deadline.pause(wait);
    return true;
  } catch {
    return false;
  }
}

async function tokenFrom(ask: () => Promise<string>, deadline: Deadline): Promise<string> {
  try {
    return await deadline.orAbort(ask());
  } catch (error) {
    if (!(error instanceof TokenUnavailable)) throw new GraphFailure('unavailable', 'timeout');
    if (error.code === foreignManagedIdentity) throw new GraphFailure('unsupported', error.code);
    throw new GraphFailure(withoutConsent.has(error.code) ? 'refused' : 'unavailable', error.code);
  }
}

/** Failures of the connection, which may be gone a moment later; not those that the desk itself decided. */
function isTransientCode(code: string): boolean {
  return code === 'timeout' || code === 'network_error' || /^(?:E[A-Z]+|UND_ERR_\w+)$/.test(code);
}
