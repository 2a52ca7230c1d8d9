import type { Server } from 'restify';

/** How long connections may take; milliseconds. */
export interface Timeouts {
  /** For the headers of a request. */
  readonly headers: number;
  /** For a whole request. */
  readonly request: number;
  /** Between two requests on a connection that is kept. Longer than proxies keep theirs, so that none sends into a closed one. */
  readonly idle: number;
  /** How often it is looked whether one took too long. */
  readonly check: number;
}

const usual: Timeouts = { headers: 10_000, request: 30_000, idle: 75_000, check: 1000 };

/** Sees to it that connections which say little or nothing do not stay. Before the server listens. */
export function boundConnections(server: Server, timeout: Partial<Timeouts> = {}): void {
  const { headers, request, idle, check } = { ...usual, ...timeout };
  // restify passes no options to Node's server, which reads these when it begins to listen.
  Object.assign(server.server, {
    headersTimeout: headers,
    requestTimeout: request,
    keepAliveTimeout: idle,
    connectionsCheckingInterval: check,
    maxHeadersCount: 100,
  });
}
