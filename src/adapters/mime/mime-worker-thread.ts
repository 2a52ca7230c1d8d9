import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { codeFolder } from '../../code-folder.ts';
import type { MailOrigin } from '../../domain/invitations/message/mail-origin.ts';
import type { MimeQuestion } from './mime-worker.ts';

const folder = new URL('adapters/mime/', codeFolder);
/** Megabytes; a mail of 10 MB takes 100. */
const resourceLimits = { maxOldGenerationSizeMb: 512 };

/** Starts `mime-worker` on a mail. */
export function startMimeWorker(mime: Uint8Array, headersBy: MailOrigin['headersBy']): Worker {
  const workerData: MimeQuestion = { mime, headersBy };
  if (extname(import.meta.url) === '.js')
    return new Worker(new URL('mime-worker.js', folder), { workerData, resourceLimits });
  // Not built: see `search-worker-thread.ts`.
  const loader = createRequire(import.meta.url).resolve('tsx/cjs/api');
  const worker = fileURLToPath(new URL('mime-worker.ts', folder));
  return new Worker(`require(${JSON.stringify(loader)}).register(); require(${JSON.stringify(worker)});`, {
    eval: true,
    workerData,
    resourceLimits,
  });
}
