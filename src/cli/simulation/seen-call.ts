import type { IncomingCall } from './reply.ts';

/** A part of Microsoft that is throttled on its own. */
export type Service = 'token' | 'directory' | 'reports' | 'mail';

/** A call that arrived. */
export interface SeenCall {
  /** Milliseconds since 1970, by the simulation's clock. */
  readonly at: number;
  /** Whose token was sent, or is asked for; undefined where there is none, or none that is valid. */
  readonly tenant: string | undefined;
  readonly method: string;
  /** Path and query, decoded. */
  readonly path: string;
  /** `x-ms-throttle-priority`. */
  readonly priority: string | undefined;
  /** Whether it came inside a `$batch`, which is a call of its own. */
  readonly isInBatch: boolean;
  readonly service: Service;
  /** Whether an earlier answer with `Retry-After` asked to wait for longer. */
  readonly isEarly: boolean;
  /** What it cost; resource units of Microsoft Graph. */
  units: number;
  /** Undefined until it is answered, and where it never is. */
  status: number | undefined;
}

/** More than any test makes; a sandbox may run for weeks. */
const maxCalls = 200_000;

/** Adds a call, and drops the oldest ones if there are too many. */
export function keepCall(calls: SeenCall[], seen: SeenCall): void {
  if (calls.length >= maxCalls) calls.splice(0, maxCalls / 2);
  calls.push(seen);
}

/** A call as it arrives. */
export function seenCall(
  { method, url, header }: IncomingCall,
  known: Pick<SeenCall, 'at' | 'service'> & Partial<SeenCall>,
): SeenCall {
  return {
    method,
    path: readable(url),
    priority: header('x-ms-throttle-priority'),
    tenant: undefined,
    isInBatch: false,
    isEarly: false,
    units: 0,
    status: undefined,
    ...known,
  };
}

/** A path and query as a person reads it. */
function readable(url: string): string {
  try {
    return decodeURIComponent(url.replaceAll('+', ' '));
  } catch {
    return url;
  }
}
