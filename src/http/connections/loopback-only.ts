import type { Next, Request, Response } from 'restify';
import type { Meter } from '../../application/ports/meter.ts';
import { isLoopback } from '../../domain/loopback.ts';

/** A host name, an IPv4 address or an IPv6 address in brackets, with an optional port. */
const hostHeader = /^([^:[\]]+|\[[^\]]+\])(?::\d+)?$/;

/** Whether the request's Host header names this machine. */
export function isAddressedToThisMachine({ headers }: Request): boolean {
  const [, host = ''] = hostHeader.exec(headers.host ?? '') ?? [];
  return isLoopback(host);
}

/**
 * Refuses requests whose Host header is not a loopback name or address. The socket listens on loopback anyway; this
 * stops DNS rebinding, where a web page's own host name resolves to 127.0.0.1 so that the browser calls the desk.
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
