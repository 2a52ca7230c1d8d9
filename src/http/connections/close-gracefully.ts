import { setImmediate as nextPhase, setTimeout as sleep } from 'node:timers/promises';
import type { Next, Request, Response, Server } from 'restify';
import type { Connections } from './bound-connections.ts';

/** Polling interval for idle connections; milliseconds. */
const pollInterval = 50;
/** Without a new request, before a busy server stops listening; milliseconds. */
const quietPeriod = 200;
const maxQuietPeriods = 5;

/**
 * Finishes pending requests, refuses new ones, then stops listening and closes all connections. Waits no longer for
 * pending requests than `timeout` (milliseconds).
 */
export async function closeGracefully(
  server: Server,
  connections: Connections,
  { timeout = 4000 }: { readonly timeout?: number } = {},
): Promise<void> {
  const refused = new WeakSet<Request>();
  let isBusy = server.inflightRequests() > 0;
  // Keeps listening meanwhile, to answer new requests with Retry-After rather than refuse the connection.
  server.pre((request: Request, response: Response, next: Next) => {
    refused.add(request);
    isBusy = true;
    response.send(503, { error: 'The desk is stopping. Try again in a moment.' }, stopping);
    next(false);
  });
  await answered(server, refused, timeout);
  // Busy clients are about to send more, on connections that would be closed.
  for (let periods = 0; isBusy && periods < maxQuietPeriods; periods += 1) {
    isBusy = false;
    await sleep(quietPeriod);
  }
  // Reads what has arrived, before idle connections are closed.
  for (let phases = 0; phases < 2; phases += 1) await nextPhase();
  await disconnected(server, connections);
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
function disconnected({ server }: Server, connections: Connections): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => {
      server.closeIdleConnections();
    }, pollInterval);
    // One may be accepted even after this.
    const rest = setInterval(() => {
      connections.destroy();
    }, 10 * pollInterval);
    server.close(() => {
      clearInterval(idle);
      clearInterval(rest);
      resolve();
    });
  });
}
