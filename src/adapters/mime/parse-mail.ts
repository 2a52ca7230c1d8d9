import type { ParseMail } from '../../application/ports/mail-parser.ts';
import { DomainError } from '../../domain/domain-error.ts';
import type { MailOrigin } from '../../domain/invitations/message/mail-origin.ts';
import type { ShownMessage } from '../../domain/invitations/message/shown-message.ts';
import { within } from '../system/with-timeout.ts';
import { startMimeWorker } from './mime-worker-thread.ts';
import { linesIn, readMime } from './read-mime.ts';

/** What takes no longer to read than to start a thread for: most mails. */
const small = { bytes: 64 * 1024, lines: 2000 };

/** For a large mail; milliseconds. The largest take about three seconds. */
const timeout = 10_000;

let previous: Promise<unknown> = Promise.resolve();

/** Reads mails, large ones in a thread of their own, one after the other: so that nobody waits for what somebody sent. */
export const parseMail: ParseMail = async (mime, headersBy) => {
  const isSmall = mime.length <= small.bytes && linesIn(mime) <= small.lines;
  const message = isSmall ? await readMime(mime, headersBy) : await readInTurn(mime, headersBy);
  if (message === undefined) throw new DomainError('unreadable-mail', {});
  return message;
};

async function readInTurn(
  mime: Uint8Array,
  headersBy: MailOrigin['headersBy'],
): Promise<ShownMessage | undefined> {
  const reading = previous.then(() => readInThread(mime, headersBy));
  previous = reading;
  return reading;
}

/** @returns undefined also for what takes more time or memory than a mail may; never throws */
async function readInThread(
  mime: Uint8Array,
  headersBy: MailOrigin['headersBy'],
): Promise<ShownMessage | undefined> {
  const worker = startMimeWorker(mime, headersBy);
  let message: ShownMessage | undefined;
  const ended = new Promise<void>((resolve) => {
    worker.once('message', (read: ShownMessage | undefined) => {
      message = read;
      resolve();
    });
    worker.once('error', () => {
      resolve();
    });
    worker.once('exit', () => {
      resolve();
    });
  });
  await within(timeout, ended);
  await worker.terminate();
  return message;
}
