import type { Meter } from '../../application/ports/meter.ts';
import type { IssueToken } from './issued-token.ts';

/** Wraps `issue` to record every token request in the meter. */
export function meteredIssue(issue: IssueToken, meter: Meter): IssueToken {
  return async (scope, signal) => {
    const startedAt = performance.now();
    const record = (outcome: 'done' | 'failed' | 'timeout'): void => {
      meter.record({
        kind: 'call',
        target: 'token',
        outcome,
        seconds: (performance.now() - startedAt) / 1000,
      });
    };
    try {
      const issued = await issue(scope, signal);
      record('done');
      return issued;
    } catch (error) {
      record(signal.aborted ? 'timeout' : 'failed');
      throw error;
    }
  };
}
