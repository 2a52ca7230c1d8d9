import type { Mail } from '../../application/ports/mail.ts';
import type { Meter } from '../../application/ports/meter.ts';

/** Wraps `mail` to record calls to the mail server and retries. */
export function meteredMail(mail: Mail, meter: Meter): Mail {
  return {
    async send(email, signal) {
      const startedAt = performance.now();
      const record = (outcome: 'done' | 'refused' | 'failed' | 'timeout'): void => {
        meter.record({
          kind: 'call',
          target: 'mail',
          outcome,
          seconds: (performance.now() - startedAt) / 1000,
        });
      };
      const { state } = email.delivery;
      if (state.kind === 'waiting' && state.attempts > 0) meter.record({ kind: 'retry', of: 'mail' });
      try {
        const outcome = await mail.send(email, signal);
        record(outcome === 'accepted' ? 'done' : 'refused');
        return outcome;
      } catch (error) {
        record(signal.aborted ? 'timeout' : 'failed');
        throw error;
      }
    },
  };
}
