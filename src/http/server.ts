import { createServer, plugins, type Request, type Response, type Server } from 'restify';
import type { Meter } from '../application/meter.ts';
import { healthRoute, readyRoute, type Checks } from './health-routes.ts';
import { invitationsRoute, type Intake } from './invitations-route.ts';
import { loopbackOnly } from './loopback-only.ts';
import { metricsRoute, type Metrics } from './metrics-route.ts';
import { messagesRoute, type HandleActivity } from './messages-route.ts';

/** The largest activity. Teams' own limit for a message is about 100 kB. Bytes. */
const bodyLimit = 256 * 1024;

interface ServerOptions {
  readonly handleActivity: HandleActivity;
  readonly intake: Intake;
  readonly checks: Checks;
  readonly metrics: Metrics;
  readonly meter: Meter;
  /** Without credentials the desk cannot know who asks: then only this machine may. */
  readonly loopbackOnly: boolean;
}

/** The desk's HTTP surface; not yet listening. */
export function createHttpServer(options: ServerOptions): Server {
  const server = createServer({ name: '', ignoreTrailingSlash: true });
  server.on('restifyError', plainError);
  if (options.loopbackOnly) server.pre(loopbackOnly(options.meter));
  server.get('/health', healthRoute);
  server.get('/ready', readyRoute(options.checks));
  server.get('/metrics', metricsRoute(options.metrics, options.meter));
  server.post(
    '/api/messages',
    plugins.bodyReader({ maxBodySize: bodyLimit }),
    messagesRoute(options.handleActivity),
  );
  server.post('/api/invitations', invitationsRoute(options.intake));
  return server;
}

/** The framework's own error body names internals; the status says enough. */
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
  if (status === 413) return `The body is larger than ${bodyLimit / 1024} kB.`;
  return status < 500 ? 'The request could not be read.' : 'Something went wrong here.';
}
