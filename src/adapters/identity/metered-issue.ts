import type { Meter } from '../../application/ports/meter.ts';
import type { IssueToken } from './issued-token.ts';

/** The same, with every request for a token counted. */
export function meteredIssue(issue: IssueToken, meter: Meter): IssueToken {
  return async (scope, signal) => {
    const began = performance.now();
    const note = (outcome: 'done' | 'failed' | 'timeout'): void => {
      meter.record({ kind: 'call', target: 'token', outcome, seconds: (performance.now() - began) / 1000 });
    };
    try {
      const issued = await issue(scope, signal);
      note('done');
      return issued;
    } catch (error) {
      note(signal.aborted ? 'timeout' : 'failed');
      throw error;
    }
  };
}
