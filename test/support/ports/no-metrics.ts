import type { Metrics } from '../../../src/http/health/metrics-route.ts';

/** An empty metrics page. */
export const noMetrics: Metrics = {
  page: () => Promise.resolve({ contentType: 'text/plain', text: '' }),
  readableBy: 'loopback',
};
