import type { Next, Request, Response } from 'restify';

/** What a browser is told that comes upon an answer of the desk, which has no pages: run nothing, keep nothing, show it nowhere. */
const always = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Half a year. */
const hsts = 'max-age=15552000';

/** Sets them on every answer. HSTS means something over TLS only, which a proxy ends for the desk. */
export function securityHeaders(request: Request, response: Response, next: Next): void {
  response.removeHeader('server');
  for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
  if (request.headers['x-forwarded-proto'] === 'https') {
    response.setHeader('strict-transport-security', hsts);
  }
  next();
}
