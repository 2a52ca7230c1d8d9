import type { Next, Request, Response } from 'restify';

/** The desk has no pages, so browsers may run nothing, cache nothing and frame nothing. */
export const alwaysSent = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** 180 days. */
const hsts = 'max-age=15552000';

/** Sets security headers on every response. HSTS applies only over TLS, which a proxy terminates for the desk. */
export function securityHeaders(request: Request, response: Response, next: Next): void {
  response.removeHeader('server');
  for (const [name, value] of Object.entries(alwaysSent)) response.setHeader(name, value);
  if (request.headers['x-forwarded-proto'] === 'https') {
    response.setHeader('strict-transport-security', hsts);
  }
  next();
}
