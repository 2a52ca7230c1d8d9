import type { Next, Request, Response } from 'restify';
import type { Meter } from '../../application/ports/meter.ts';

const loopbackHost = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/;

/** Whether a request names this machine as the one that it is for. */
export function isAddressedToThisMachine({ headers }: Request): boolean {
  return loopbackHost.test(headers.host ?? '');
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
    meter.note({ kind: 'refusal', reason: 'foreign-host' });
    response.send(403, { error: 'A sandbox answers only to this machine.' });
    next(false);
  };
}
