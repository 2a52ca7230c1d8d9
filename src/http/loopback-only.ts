import type { Next, Request, Response } from 'restify';

const loopbackHost = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/;

/**
 * Refuses a request that was not addressed to this machine by name or number. The socket listens on loopback anyway; this
 * keeps out a web page whose own host name was pointed at 127.0.0.1 to make the browser of this machine call the desk.
 */
export function loopbackOnly(request: Request, response: Response, next: Next): void {
  if (loopbackHost.test(request.headers.host ?? '')) {
    next();
    return;
  }
  response.send(403, { error: 'A sandbox answers only to this machine.' });
  next(false);
}
