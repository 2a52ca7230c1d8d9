import MailComposer from 'nodemailer/lib/mail-composer';
import { composeContactLetter } from '../../../src/adapters/mail/compose-contact-letter.ts';
import type { Mailbox } from '../../../src/adapters/mail/mailbox.ts';
import {
  MailError,
  type ContactLetter,
  type Mail,
  type MailOutcome,
} from '../../../src/application/ports/mail.ts';

/** What a mail server makes of a letter: it takes it, refuses it, is out of order, or never answers. */
export type Answer = MailOutcome | 'out of order' | 'silent';

export interface RecordingMail extends Mail {
  /** The messages that arrived, as they arrived. */
  readonly messages: readonly Buffer[];
  /** The letters that were tried, whatever came of it. */
  readonly tried: readonly ContactLetter[];
  /** The most letters that were being sent at the same moment. */
  mostAtOnce(): number;
  /** From now on; it takes every letter until told otherwise. */
  answer(choose: (letter: ContactLetter) => Answer): void;
}

export function recordingMail(
  from: Mailbox = { name: 'Partner Desk', address: 'desk@desk.example' },
): RecordingMail {
  const messages: Buffer[] = [];
  const tried: ContactLetter[] = [];
  let chosen: (letter: ContactLetter) => Answer = () => 'accepted';
  let now = 0;
  let most = 0;

  async function outcomeOf(letter: ContactLetter, signal: AbortSignal): Promise<MailOutcome> {
    if (signal.aborted) throw new MailError('called off');
    const options = composeContactLetter(letter, from);
    const answer = options === undefined ? 'refused' : chosen(letter);
    if (answer === 'silent') return await calledOff(signal);
    if (answer === 'out of order') throw new MailError('out of order');
    if (answer === 'accepted')
      messages.push(await new MailComposer({ ...options, newline: 'win' }).compile().build());
    return answer;
  }

  return {
    messages,
    tried,
    mostAtOnce: () => most,
    answer(choose) {
      chosen = choose;
    },
    async send(letter, signal) {
      tried.push(letter);
      now += 1;
      most = Math.max(most, now);
      try {
        return await outcomeOf(letter, signal);
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
