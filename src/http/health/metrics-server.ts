import { createServer, type IncomingMessage, type ServerResponse, type Server } from 'node:http';
import type { Log } from '../../application/ports/log.ts';
import { errorForLog } from '../../application/runtime/logging.ts';
import { signOfElsewhere } from '../../domain/loopback.ts';
import { boundConnections } from '../connections/bound-connections.ts';
import { alwaysSent } from '../connections/security-headers.ts';

interface MetricsServerOptions {
  /** The current metrics in Prometheus' text format. */
  readonly page: () => Promise<{ readonly contentType: string; readonly text: string }>;
  /** In a sandbox without credentials. */
  readonly loopbackOnly: boolean;
  readonly log: Log;
}

/** Few programs read metrics. */
const maxConnections = 50;

/**
 * Serves `GET /metrics`, apart from the bot's port, which proxies make public: metrics name no person and no tenant, but
 * reveal how much an organisation decides.
 * @returns the server, not yet listening, and what closes it at once
 */
export function createMetricsServer({ page, loopbackOnly, log }: MetricsServerOptions): {
  readonly server: Server;
  readonly close: () => void;
} {
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const respond = (status: number, text: string, contentType = 'text/plain'): void => {
      // In two steps: restify changes `writeHead` of all servers, and it returns nothing then.
      response.writeHead(status, { ...alwaysSent, 'content-type': contentType });
      response.end(text);
    };
    if (loopbackOnly && signOfElsewhere(request) !== undefined) {
      respond(403, 'A sandbox answers only to this machine.\n');
    } else if (!/^\/metrics\/?(?:\?|$)/.test(request.url ?? '')) {
      respond(404, 'There is nothing at this address.\n');
    } else if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      respond(405, 'Metrics can only be read.\n');
    } else {
      const { text, contentType } = await page();
      respond(200, text, contentType);
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      log.error({ error: errorForLog(error) }, 'failed to serve metrics');
      response.destroy();
    });
  });
  const connections = boundConnections(server, { connections: maxConnections });
  return {
    server,
    close: () => {
      server.close();
      connections.destroy();
    },
  };
}
