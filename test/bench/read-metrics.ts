/** A server's metrics; the event-loop delay covers the time since the last reading. */
export interface Reading {
  /** Bytes. */
  readonly memory: number;
  /** Bytes. */
  readonly heap: number;
  /** p99; milliseconds. */
  readonly eventLoopDelay: number;
}

/** @param metricsUrl of a desk on this machine */
export async function readMetrics(metricsUrl: string): Promise<Reading> {
  const response = await fetch(metricsUrl, { headers: { connection: 'close' } });
  const text = await response.text();
  const figure = (name: string): number => Number(new RegExp(`^${name} (.+)$`, 'm').exec(text)?.[1]);
  return {
    memory: figure('process_resident_memory_bytes'),
    heap: figure('nodejs_heap_size_used_bytes'),
    eventLoopDelay: 1000 * figure('nodejs_eventloop_lag_p99_seconds'),
  };
}

/** The slope of a linear fit to equidistant readings; per reading. */
export function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const rise = values.reduce((sum, value, at) => sum + (at - middle) * (value - mean), 0);
  return rise / values.reduce((sum, _value, at) => sum + (at - middle) ** 2, 0);
}
