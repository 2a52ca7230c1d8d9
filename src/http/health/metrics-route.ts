import type { Request, Response } from 'restify';
import type { Meter } from '../../application/ports/meter.ts';
import { isFromThisMachine } from '../is-from-this-machine.ts';

/** The metrics page, and who may read it. */
export interface Metrics {
  readonly page: () => Promise<{ readonly contentType: string; readonly text: string }>;
  readonly readableBy: 'loopback' | 'everyone';
}

/**
 * `GET /metrics`: metrics for Prometheus. They name no person and no tenant, but reveal how much an organisation
 * decides, so access from other machines must be enabled by a setting.
 */
export function metricsRoute({ page, readableBy }: Metrics, meter: Meter) {
  return async (request: Request, response: Response): Promise<void> => {
    if (readableBy === 'loopback' && !isFromThisMachine(request)) {
      meter.record({ kind: 'refusal', reason: 'foreign-host' });
      response.send(404, { error: 'There is nothing at this address.' });
      return;
    }
    const { contentType, text } = await page();
    response.sendRaw(200, text, { 'content-type': contentType });
  };
}
