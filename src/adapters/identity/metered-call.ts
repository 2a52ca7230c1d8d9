import type { CallTarget, Meter } from '../../application/ports/meter.ts';

/**
 * Records a call and its duration in the meter.
 * @param isTimedOut asked after a failure
 */
export async function meteredCall<Result>(
  meter: Meter,
  target: CallTarget,
  call: () => Promise<Result>,
  isTimedOut: (error: unknown) => boolean,
): Promise<Result> {
  const startedAt = performance.now();
  const record = (outcome: 'done' | 'failed' | 'timeout'): void => {
    meter.record({ kind: 'call', target, outcome, seconds: (performance.now() - startedAt) / 1000 });
  };
  try {
    const result = await call();
    record('done');
    return result;
  } catch (error) {
    record(isTimedOut(error) ? 'timeout' : 'failed');
    throw error;
  }
}
