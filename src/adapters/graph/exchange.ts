import { randomUUID } from 'node:crypto';
import type { Clock } from '../../application/ports/clock.ts';
import type { Meter } from '../../application/ports/meter.ts';
import { millisecondsOf } from '../../domain/instant.ts';
import { GraphFailure } from './graph-failure.ts';
import type { WireRequest } from './graph-reads.ts';
import { readBody } from './read-body.ts';

/** Bytes of one answer in JSON: thousands of rows, but not what fills a machine. */
const maxBytes = 8 * 1024 * 1024;

/** The code of a failure: the answer is longer than what is read of one. */
export const tooLarge = 'too_large';

/** `high`: a person waits. `low`: nobody does. Graph serves low ones last when a tenant is near its limits. */
export type Priority = 'high' | 'low';

/** What Graph answered to one request. */
export interface GraphAnswer {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  /** Parsed; undefined if it is no JSON. */
  readonly body: unknown;
  /** What was asked for as it is; undefined for JSON, and for what is no success. */
  readonly bytes: Uint8Array | undefined;
  /** When it was sent, by Graph's clock; milliseconds. By this machine's if Graph does not say. */
  readonly sentAt: number;
  readonly requestId: string | undefined;
}

interface ExchangeOptions {
  readonly root: string;
  readonly clock: Clock;
  readonly meter: Meter;
}

/**
 * Sends one request, and reads its answer whole.
 * @param signal cancels it
 * @throws GraphFailure('unavailable') if there is no answer that can be read
 */
export async function exchange(
  { root, clock, meter }: ExchangeOptions,
  { method, path, body, prefer, maxBytes: maxPlainBytes }: WireRequest,
  { token, priority, signal }: { token: string; priority: Priority; signal: AbortSignal },
): Promise<GraphAnswer> {
  const startedAt = performance.now();
  const record = (outcome: 'done' | 'refused' | 'failed' | 'timeout'): void => {
    meter.record({
      kind: 'call',
      target: 'graph',
      outcome,
      seconds: (performance.now() - startedAt) / 1000,
    });
  };
  try {
    const response = await fetch(root + path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        accept: maxPlainBytes === undefined ? 'application/json' : '*/*',
        'client-request-id': randomUUID(),
        'x-ms-throttle-priority': priority,
        ...(prefer !== undefined && { prefer }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      // Graph redirects no documented read, and a token must not follow to another host.
      redirect: 'manual',
      signal,
    });
    const isPlain = maxPlainBytes !== undefined && response.status < 300;
    const bytes = await readBody(response, isPlain ? maxPlainBytes : maxBytes);
    if (bytes === undefined) throw new GraphFailure('unavailable', tooLarge);
    if (response.status >= 300 && response.status < 400) throw new GraphFailure('unavailable', 'redirected');
    record(outcomeOf(response.status));
    const sentAt = Date.parse(response.headers.get('date') ?? '');
    return {
      status: response.status,
      header: (name) => response.headers.get(name) ?? undefined,
      body: isPlain ? undefined : parsed(bytes.toString('utf8')),
      bytes: isPlain ? bytes : undefined,
      sentAt: Number.isNaN(sentAt) ? millisecondsOf(clock.now()) : sentAt,
      requestId: response.headers.get('request-id') ?? undefined,
    };
  } catch (error) {
    record(signal.aborted ? 'timeout' : 'failed');
    if (error instanceof GraphFailure) throw error;
    throw new GraphFailure('unavailable', signal.aborted ? 'timeout' : networkCode(error));
  }
}

/** 429 and 5xx count as failures: Graph is there, but does not serve. */
function outcomeOf(status: number): 'done' | 'refused' | 'failed' {
  if (status < 400) return 'done';
  return status < 500 && status !== 429 ? 'refused' : 'failed';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The system's code, such as `ECONNREFUSED`, which `fetch` wraps. */
function networkCode(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'network_error';
}
