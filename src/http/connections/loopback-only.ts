import type { Next, Request, Response } from 'restify';
import type { Meter } from '../../application/ports/meter.ts';
import { isLoopback } from '../../domain/loopback.ts';

/** A host name, an IPv4 address or an IPv6 address in brackets, and the port behind it. */
const hostHeader = /^([^:[\]]+|\[[^\]]+\])(?::\d+)?$/;

/** Whether a request names this machine as the one that it is for. */
export function isAddressedToThisMachine({ headers }: Request): boolean {
  const [, host = ''] = hostHeader.exec(headers.host ?? '') ?? [];
  return isLoopback(host);
}

/**
 * Refuses a request that was not addressed to this machine by name or number. The socket listens on loopback anyway; this
 * keeps out a web page whose own host name was pointed at 127.0.0.1 to make the browser of this machine call the desk.
 */
export function loopbackOnly(meter: Meter) {
  return (request: Request, response: Response, next: Next): void => {
    if (isAddressedToThisMachine(request)) {
      next();
      return;
    }
    meter.record({ kind: 'refusal', reason: 'foreign-host' });
    response.send(403, { error: 'A sandbox answers only to this machine.' });
    next(false);
  };
}
