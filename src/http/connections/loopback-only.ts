import type { Next, Request, Response } from 'restify';
import type { Meter } from '../../application/ports/meter.ts';
import { signOfElsewhere } from '../../domain/loopback.ts';

/** Refuses requests that something beyond this machine has caused, although the socket listens on loopback. */
export function loopbackOnly(meter: Meter) {
  return (request: Request, response: Response, next: Next): void => {
    if (signOfElsewhere(request) === undefined) {
      next();
      return;
    }
    meter.record({ kind: 'refusal', reason: 'foreign-host' });
    response.send(403, { error: 'A sandbox answers only to this machine.' });
    next(false);
  };
}
