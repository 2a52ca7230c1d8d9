import type { Next, Request, Response, Server } from 'restify';

/** How often it is looked whether a connection has become idle; milliseconds. */
const often = 50;

/**
 * Lets requests that are being answered finish, refuses further ones, and returns when the last is answered or `patience`
 * (milliseconds) is over; by then it listens no longer, and no connection is left.
 */
export async function closeGracefully(
  server: Server,
  { timeout = 4000 }: { readonly timeout?: number } = {},
): Promise<void> {
  const refused = new WeakSet<Request>();
  // Goes on listening meanwhile: who comes now is told to come back, which a closed door does not tell.
  server.pre((request: Request, response: Response, next: Next) => {
    refused.add(request);
    response.send(503, { error: 'The desk is stopping. Try again in a moment.' }, stopping);
    next(false);
  });
  await answered(server, refused, timeout);
  await disconnected(server);
}

const stopping = { 'retry-after': '5', connection: 'close' };

/** Returns when all that is under way now is answered, or after `patience` milliseconds. */
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

/** Listens no longer, and ends the connections: those that carry an answer have a moment to bring it. */
function disconnected(server: Server): Promise<void> {
  const { server: connections } = server;
  return new Promise((resolve) => {
    const idle = setInterval(() => {
      connections.closeIdleConnections();
    }, often);
    const rest = setTimeout(() => {
      connections.closeAllConnections();
    }, 10 * often);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(rest);
      resolve();
    });
  });
}
