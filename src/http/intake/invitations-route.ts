import type { Request, Response } from 'restify';
import type { IntakeResult } from '../../application/invitations/keep-invitation.ts';
import type { SubmittedInvitation } from '../../application/invitations/receive-submitted-invitation.ts';
import type { Clock } from '../../application/ports/clock.ts';
import type { Log } from '../../application/ports/log.ts';
import type { Meter, RefusalReason } from '../../application/ports/meter.ts';
import { createRateLimit } from '../../application/runtime/rate-limit.ts';
import type { TenantId } from '../../domain/identifiers.ts';
import { millisecondsOf } from '../../domain/instant.ts';
import { Problem, sendProblem } from '../connections/problem.ts';
import { readBody } from '../connections/read-body.ts';
import { problemOf } from './intake-problem.ts';
import { signatureFault } from './intake-signature.ts';
import { readSubmittedInvitation } from './read-submitted-invitation.ts';

/** What the intake needs. */
export interface Intake {
  /** Any of these keys may sign. */
  readonly secrets: readonly string[];
  readonly allowedTenants: readonly TenantId[] | 'any';
  /** Stores an invitation and notifies the administrators if it is new. @throws DomainError */
  readonly receive: (tenant: TenantId, submitted: SubmittedInvitation) => Promise<IntakeResult>;
  readonly clock: Clock;
  readonly meter: Meter;
  readonly log: Log;
  /** For receiving the body; milliseconds, 10 seconds by default. */
  readonly timeout?: number;
}

const maxBytes = 64 * 1024;

/**
 * `POST /api/invitations`: the intake, for mail flows and partners' systems. 202: accepted. 200: already known, or
 * withdrawn. The body is not parsed before its signature is verified.
 */
export function invitationsRoute({
  secrets,
  allowedTenants,
  receive,
  clock,
  meter,
  log,
  timeout = 10_000,
}: Intake) {
  // A runaway mail flow must not flood administrators; one burst has room for the invitations of an ordinary month.
  const waitFor = createRateLimit({ burst: 100, perSecond: 1, maxKeys: 10_000 });

  const refused = (reason: RefusalReason): void => {
    meter.record({ kind: 'refusal', reason });
  };

  async function signedBody(request: Request): Promise<Buffer> {
    if (request.contentType() !== 'application/json') {
      throw new Problem(415, 'Invitations are sent as application/json.');
    }
    // The signature covers the bytes as sent, so nothing is decompressed.
    if (request.headers['content-encoding'] !== undefined) {
      throw new Problem(415, 'Invitations are sent without a content encoding.', {
        headers: { 'accept-encoding': 'identity' },
      });
    }
    const body = await readBody(request, { maxBytes, timeout });
    if (body === 'tooLarge') {
      refused('too-large');
      throw new Problem(413, `The body is larger than ${maxBytes / 1024} kB.`);
    }
    if (body === 'tooSlow') {
      refused('too-slow');
      throw new Problem(408, 'The body did not arrive in time.', { headers: { connection: 'close' } });
    }
    const timestamp = request.header('x-desk-timestamp', '');
    const signature = request.header('x-desk-signature', '');
    const fault = signatureFault(secrets, { timestamp, signature, body }, clock.now());
    if (fault === undefined) return body;
    refused('bad-signature');
    log.warn({ fault }, 'Refused a submitted invitation with an invalid signature');
    throw new Problem(401, 'x-desk-timestamp and x-desk-signature do not sign this body at this time.', {
      headers: { 'www-authenticate': 'Desk-Signature' },
    });
  }

  async function take(request: Request): Promise<{ readonly id: string; readonly result: IntakeResult }> {
    const body = await signedBody(request);
    const now = clock.now();
    const { tenant, submitted } = readSubmittedInvitation(body, now);
    if (allowedTenants !== 'any' && !allowedTenants.includes(tenant)) {
      refused('tenant-not-allowed');
      throw new Problem(403, 'This desk does not serve that tenant.');
    }
    const wait = waitFor(`${request.socket.remoteAddress ?? ''} ${tenant}`, millisecondsOf(now));
    if (wait > 0) {
      refused('intake-rate');
      throw new Problem(429, `Too many invitations at once. Try again in ${wait} s.`, {
        headers: { 'retry-after': String(wait) },
      });
    }
    return { id: submitted.postedId, result: await receive(tenant, submitted) };
  }

  return async (request: Request, response: Response): Promise<void> => {
    try {
      const { id, result } = await take(request);
      const status = result.outcome === 'received' ? 202 : 200;
      response.send(status, { id, status: result.invitation.status.kind });
    } catch (error) {
      sendProblem(response, problemOf(error, log));
    }
  };
}
