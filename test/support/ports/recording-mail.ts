import MailComposer from 'nodemailer/lib/mail-composer';
import { composeContactEmail } from '../../../src/adapters/mail/compose-contact-email.ts';
import type { Mailbox } from '../../../src/adapters/mail/mailbox.ts';
import {
  MailError,
  type ContactEmail,
  type Mail,
  type MailOutcome,
} from '../../../src/application/ports/mail.ts';

/** What a mail server makes of a letter: it takes it, refuses it, is out of order, or never answers. */
export type Answer = MailOutcome | 'out of order' | 'silent';

export interface RecordingMail extends Mail {
  /** The messages that arrived, as they arrived. */
  readonly messages: readonly Buffer[];
  /** The letters that were tried, whatever came of it. */
  readonly tried: readonly ContactEmail[];
  /** The most letters that were being sent at the same moment. */
  maxAtOnce(): number;
  /** From now on; it takes every letter until told otherwise. */
  answer(choose: (email: ContactEmail) => Answer): void;
}

export function recordingMail(
  from: Mailbox = { name: 'Partner Desk', address: 'desk@desk.example' },
): RecordingMail {
  const messages: Buffer[] = [];
  const tried: ContactEmail[] = [];
  let chosen: (email: ContactEmail) => Answer = () => 'accepted';
  let now = 0;
  let most = 0;

  async function outcomeOf(email: ContactEmail, signal: AbortSignal): Promise<MailOutcome> {
    if (signal.aborted) throw new MailError('called off');
    const options = composeContactEmail(email, from);
    const answer = options === undefined ? 'refused' : chosen(email);
    if (answer === 'silent') return await calledOff(signal);
    if (answer === 'out of order') throw new MailError('out of order');
    if (answer === 'accepted')
      messages.push(await new MailComposer({ ...options, newline: 'win' }).compile().build());
    return answer;
  }

  return {
    messages,
    tried,
    maxAtOnce: () => most,
    answer(choose) {
      chosen = choose;
    },
    async send(email, signal) {
      tried.push(email);
      now += 1;
      most = Math.max(most, now);
      try {
        return await outcomeOf(email, signal);
      } finally {
        now -= 1;
      }
    },
  };
}

function calledOff(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(new MailError('called off'));
    });
  });
}
