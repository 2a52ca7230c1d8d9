import type { Server } from 'restify';

/** Connection timeouts; milliseconds. */
export interface Timeouts {
  /** For the headers of a request. */
  readonly headers: number;
  /** For a whole request. */
  readonly request: number;
  /** Keep-alive timeout. Longer than that of proxies, so that none sends a request on a closed connection. */
  readonly idle: number;
  /** Polling interval for expired timeouts. */
  readonly check: number;
}

const defaults: Timeouts = { headers: 10_000, request: 30_000, idle: 75_000, check: 1000 };

/** Closes slow and idle connections. Call before the server listens. */
export function boundConnections(server: Server, timeout: Partial<Timeouts> = {}): void {
  const { headers, request, idle, check } = { ...defaults, ...timeout };
  // restify passes no options to Node's server, which reads these when it starts to listen.
  Object.assign(server.server, {
    headersTimeout: headers,
    requestTimeout: request,
    keepAliveTimeout: idle,
    connectionsCheckingInterval: check,
    maxHeadersCount: 100,
  });
}
