import { createServer, type Request, type Response, type Server } from 'restify';
import type { Meter } from '../application/ports/meter.ts';
import {
  boundConnections,
  type ConnectionLimits,
  type Connections,
} from './connections/bound-connections.ts';
import { loopbackOnly } from './connections/loopback-only.ts';
import { readableAddress } from './connections/readable-address.ts';
import { securityHeaders } from './connections/security-headers.ts';
import { healthRoute, readyRoute, type Parts } from './health/health-routes.ts';
import { invitationsRoute, type Intake } from './intake/invitations-route.ts';
import { messagesRoute, type HandleActivity } from './messages-route.ts';

interface ServerOptions {
  readonly handleActivity: HandleActivity;
  readonly intake: Intake;
  readonly parts: Parts;
  readonly meter: Meter;
  /** Without credentials the desk cannot authenticate callers, so only this machine may call it. */
  readonly loopbackOnly: boolean;
  /** Limits of connections that differ from the defaults. */
  readonly limits?: Partial<ConnectionLimits>;
}

/** The desk's HTTP server; not yet listening. */
export function createHttpServer(options: ServerOptions): {
  readonly server: Server;
  readonly connections: Connections;
} {
  const server = createServer({ name: '', ignoreTrailingSlash: true });
  const connections = boundConnections(server.server, options.limits);
  server.on('restifyError', plainError);
  server.pre(securityHeaders);
  server.pre(readableAddress);
  if (options.loopbackOnly) server.pre(loopbackOnly(options.meter));
  for (const method of ['get', 'head'] as const) {
    server[method]('/health', healthRoute);
    server[method]('/ready', readyRoute(options.parts));
  }
  server.post('/api/messages', messagesRoute(options.handleActivity, options.meter));
  server.post('/api/invitations', invitationsRoute(options.intake));
  return { server, connections };
}

/** The framework's own error body reveals internals; the status says enough. */
function plainError(
  _request: Request,
  response: Response,
  error: { statusCode?: number },
  done: () => void,
): void {
  const status = error.statusCode ?? 500;
  if (!response.headersSent) response.send(status, { error: statusText(status) });
  done();
}

function statusText(status: number): string {
  if (status === 404 || status === 405) return 'There is nothing at this address.';
  return status < 500 ? 'The request could not be read.' : 'Something went wrong here.';
}
