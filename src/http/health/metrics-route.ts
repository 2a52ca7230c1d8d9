import type { Request, Response } from 'restify';
import type { Meter } from '../../application/ports/meter.ts';
import { isFromThisMachine } from '../is-from-this-machine.ts';

/** What `GET /metrics` shows, and to whom. */
export interface Metrics {
  readonly page: () => Promise<{ readonly contentType: string; readonly text: string }>;
  readonly readableBy: 'loopback' | 'everyone';
}

/**
 * `GET /metrics`: what the desk counts, as Prometheus reads it. It names no person and no tenant; how much an organisation
 * decides is still nobody's business, so that others than this machine have to be let in by a setting.
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
