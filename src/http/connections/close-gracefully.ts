import type { Next, Request, Response, Server } from 'restify';

/** Polling interval for idle connections; milliseconds. */
const pollInterval = 50;

/**
 * Finishes pending requests, refuses new ones, then stops listening and closes all connections. Waits no longer for
 * pending requests than `timeout` (milliseconds).
 */
export async function closeGracefully(
  server: Server,
  { timeout = 4000 }: { readonly timeout?: number } = {},
): Promise<void> {
  const refused = new WeakSet<Request>();
  // Keeps listening meanwhile, to answer new requests with Retry-After rather than refuse the connection.
  server.pre((request: Request, response: Response, next: Next) => {
    refused.add(request);
    response.send(503, { error: 'The desk is stopping. Try again in a moment.' }, stopping);
    next(false);
  });
  await answered(server, refused, timeout);
  await disconnected(server);
}

const stopping = { 'retry-after': '5', connection: 'close' };

/** Resolves when all requests now pending are answered, or after `timeout` milliseconds. */
function answered(server: Server, refused: WeakSet<Request>, timeout: number): Promise<void> {
  let pending = server.inflightRequests();
  if (pending === 0) return Promise.resolve();
  return new Promise((resolve) => {
    const deadline = setTimeout(resolve, timeout);
    server.on('after', (request: Request) => {
      if (refused.has(request)) return;
      pending -= 1;
      if (pending > 0) return;
      clearTimeout(deadline);
      resolve();
    });
  });
}

/** Stops listening and closes the connections; those still sending a response get a short grace period. */
function disconnected(server: Server): Promise<void> {
  const { server: connections } = server;
  return new Promise((resolve) => {
    const idle = setInterval(() => {
      connections.closeIdleConnections();
    }, pollInterval);
    const rest = setTimeout(() => {
      connections.closeAllConnections();
    }, 10 * pollInterval);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(rest);
      resolve();
    });
  });
}
