import type { Mail } from '../../application/ports/mail.ts';
import type { Meter } from '../../application/ports/meter.ts';

/** Mail that counts the calls to the mail server, and the letters that were tried before. */
export function meteredMail(mail: Mail, meter: Meter): Mail {
  return {
    async send(email, signal) {
      const began = performance.now();
      const note = (outcome: 'done' | 'refused' | 'failed' | 'timeout'): void => {
        meter.record({ kind: 'call', target: 'mail', outcome, seconds: (performance.now() - began) / 1000 });
      };
      const { state } = email.delivery;
      if (state.kind === 'waiting' && state.attempts > 0) meter.record({ kind: 'retry', of: 'mail' });
      try {
        const outcome = await mail.send(email, signal);
        note(outcome === 'accepted' ? 'done' : 'refused');
        return outcome;
      } catch (error) {
        note(signal.aborted ? 'timeout' : 'failed');
        throw error;
      }
    },
  };
}
