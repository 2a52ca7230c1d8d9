import type { Log } from '../application/ports/log.ts';
import type { Config } from '../config/load-config.ts';
import { closeGracefully } from '../http/connections/close-gracefully.ts';
import { listen } from '../http/connections/listen.ts';
import { createMetricsServer } from '../http/health/metrics-server.ts';
import { createHttpServer } from '../http/server.ts';

type Options = Parameters<typeof createHttpServer>[0] & {
  readonly metricsPage: Parameters<typeof createMetricsServer>[0]['page'];
  readonly log: Log;
};

/** The desk's port, and the one for metrics if there is one. */
export function openHttp(config: Pick<Config, 'listen' | 'metrics' | 'mode'>, options: Options) {
  const { server, connections } = createHttpServer(options);
  const metrics = config.metrics && createMetricsServer({ ...options, page: options.metricsPage });
  return {
    /** @returns the desk's URL. @throws Error that names the setting to change if an address is not available */
    async listen(): Promise<string> {
      await listen(server, config.listen);
      if (config.metrics && metrics) {
        await listen(metrics.server, config.metrics, 'METRICS_PORT or METRICS_HOST');
        options.log.info({ address: addressOf(metrics.server.address()) }, 'metrics are served');
      }
      const address = 'path' in config.listen ? config.listen.path : server.url;
      options.log.info({ address, mode: config.mode }, 'Partner Desk is listening');
      return address;
    },
    async close(): Promise<void> {
      await closeGracefully(server, connections);
      metrics?.close();
    },
  };
}

function addressOf(address: ReturnType<ReturnType<typeof createMetricsServer>['server']['address']>): string {
  if (address === null || typeof address === 'string') return String(address);
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}/metrics`;
}
