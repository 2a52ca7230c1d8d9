import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Limits of a server's connections; times in milliseconds. */
export interface ConnectionLimits {
  /** For the headers of a request. */
  readonly headers: number;
  /** For a whole request. */
  readonly request: number;
  /** Keep-alive timeout. Longer than that of proxies, so that none sends a request on a closed connection. */
  readonly idle: number;
  /** For a client that reads nothing of its response. Longer than any response takes. */
  readonly stalled: number;
  /** Polling interval for expired timeouts. */
  readonly check: number;
  /** Connections at once. */
  readonly connections: number;
}

const defaults: ConnectionLimits = {
  headers: 10_000,
  request: 30_000,
  idle: 75_000,
  stalled: 60_000,
  check: 1000,
  connections: 4000,
};

/** The open connections of a server. */
export interface Connections {
  /** Closes all of them at once. */
  destroy(): void;
}

/**
 * Closes slow, stalled and idle connections, and bounds their number. Where there are too many, the oldest without a
 * complete request makes room: clients that say nothing keep nobody out. Call before the server listens.
 */
export function boundConnections(server: Server, limits: Partial<ConnectionLimits> = {}): Connections {
  const { headers, request, idle, stalled, check, connections } = { ...defaults, ...limits };
  // Node's server reads these when it starts to listen; restify passes it no options.
  Object.assign(server, {
    headersTimeout: headers,
    requestTimeout: request,
    keepAliveTimeout: idle,
    timeout: stalled,
    connectionsCheckingInterval: check,
    maxHeadersCount: 100,
  });
  refuseUpgrades(server);

  /** Oldest first, each with the request that it is sending or being answered. */
  const open = new Map<Socket, IncomingMessage | undefined>();
  server.prependListener('connection', (socket: Socket) => {
    socket.once('close', () => open.delete(socket));
    if (open.size >= connections) (firstWaiting(open) ?? socket).destroy();
    open.set(socket, undefined);
  });
  server.prependListener('request', (incoming: IncomingMessage, response: ServerResponse) => {
    const { socket } = incoming;
    open.set(socket, incoming);
    response.once('close', () => {
      // The next of several pipelined requests may have begun.
      if (open.get(socket) !== incoming) return;
      open.delete(socket);
      if (!socket.destroyed) open.set(socket, undefined);
    });
  });
  return {
    destroy: () => {
      for (const socket of open.keys()) socket.destroy();
    },
  };
}

/**
 * Serves requests that ask for another protocol as if they did not (RFC 9110, 7.8), then disconnects. With a listener
 * for `upgrade`, which restify sets, Node would hand over their connections without any timeout. Clients that would like
 * HTTP/2, such as Java's, send an ordinary request along. Without a listener for `connect` Node disconnects tunnels.
 */
function refuseUpgrades(server: Server): void {
  server.removeAllListeners('upgrade');
  server.prependListener('request', ({ headers }: IncomingMessage, response: ServerResponse) => {
    if (headers.upgrade !== undefined) response.shouldKeepAlive = false;
  });
}

function firstWaiting(open: ReadonlyMap<Socket, IncomingMessage | undefined>): Socket | undefined {
  for (const [socket, incoming] of open) if (incoming?.complete !== true && !socket.destroyed) return socket;
  return undefined;
}
