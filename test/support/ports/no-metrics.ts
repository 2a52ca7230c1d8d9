import type { Metrics } from '../../../src/http/health/metrics-route.ts';

/** For tests that look at something else: a page with nothing on it. */
export const noMetrics: Metrics = {
  page: () => Promise.resolve({ contentType: 'text/plain', text: '' }),
  readableBy: 'loopback',
};
