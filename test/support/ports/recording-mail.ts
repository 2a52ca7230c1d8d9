import MailComposer from 'nodemailer/lib/mail-composer';
import { composeContactEmail } from '../../../src/adapters/mail/compose-contact-email.ts';
import type { Mailbox } from '../../../src/adapters/mail/mailbox.ts';
import {
  MailError,
  type ContactEmail,
  type Mail,
  type MailOutcome,
} from '../../../src/application/ports/mail.ts';

/** How the mail server answers: it accepts or refuses the e-mail, fails, or never answers. */
export type Answer = MailOutcome | 'out of order' | 'silent';

export interface RecordingMail extends Mail {
  /** The messages that arrived, in order. */
  readonly messages: readonly Buffer[];
  /** Every attempted e-mail, whatever the outcome. */
  readonly tried: readonly ContactEmail[];
  /** The max number of concurrent sends. */
  maxAtOnce(): number;
  /** Sets the answer to every later e-mail; by default all are accepted. */
  answer(choose: (email: ContactEmail) => Answer): void;
}

export function recordingMail(
  from: Mailbox = { name: 'Partner Desk', address: 'desk@desk.example' },
): RecordingMail {
  const messages: Buffer[] = [];
  const tried: ContactEmail[] = [];
  let chosen: (email: ContactEmail) => Answer = () => 'accepted';
  let current = 0;
  let max = 0;

  async function outcomeOf(email: ContactEmail, signal: AbortSignal): Promise<MailOutcome> {
    if (signal.aborted) throw new MailError('cancelled');
    const options = composeContactEmail(email, from);
    const answer = options === undefined ? 'refused' : chosen(email);
    if (answer === 'silent') return await rejectOnAbort(signal);
    if (answer === 'out of order') throw new MailError('out of order');
    if (answer === 'accepted')
      messages.push(await new MailComposer({ ...options, newline: 'win' }).compile().build());
    return answer;
  }

  return {
    messages,
    tried,
    maxAtOnce: () => max,
    answer(choose) {
      chosen = choose;
    },
    async send(email, signal) {
      tried.push(email);
      current += 1;
      max = Math.max(max, current);
      try {
        return await outcomeOf(email, signal);
      } finally {
        current -= 1;
      }
    },
  };
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(new MailError('cancelled'));
    });
  });
}
