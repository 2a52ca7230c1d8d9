import type { Next, Request, Response } from 'restify';

/**
 * Refuses requests whose target and Host header make no URL, such as `Host: a b` or the target `http://[`, or that have
 * several Host headers (RFC 9112, 3.2), of which a proxy may have read another one. restify's router parses them outside
 * any promise and would end the process. Must run before every handler that reads the path.
 */
export function readableAddress(request: Request, response: Response, next: Next): void {
  if (isReadable(request)) {
    next();
    return;
  }
  response.send(400, { error: 'The request could not be read.' }, { connection: 'close' });
  next(false);
}

/** By the same function that the router uses, which keeps its result. */
function isReadable(request: Request): boolean {
  if ((request.headersDistinct['host'] ?? []).length > 1) return false;
  try {
    request.getUrl();
    return true;
  } catch {
    return false;
  }
}
