/** The thread that reads one large mail. */
import { parentPort, workerData } from 'node:worker_threads';
import type { MailOrigin } from '../../domain/invitations/message/mail-origin.ts';
import { readMime } from './read-mime.ts';

/** What the thread is given. */
export interface MimeQuestion {
  readonly mime: Uint8Array;
  readonly headersBy: MailOrigin['headersBy'];
}

const { mime, headersBy } = workerData as MimeQuestion;
void readMime(mime, headersBy).then((message) => parentPort?.postMessage(message));
