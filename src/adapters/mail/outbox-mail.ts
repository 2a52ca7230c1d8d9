import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { SendMailOptions } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import writeFileAtomic from 'write-file-atomic';
import { MailError, type ContactEmail, type Mail } from '../../application/ports/mail.ts';
import { composeContactEmail } from './compose-contact-email.ts';
import type { Mailbox } from './mailbox.ts';

/**
 * Writes each e-mail to an `.eml` file and sends nothing. Names sort by time and contain the reference; writing an
 * e-mail again replaces its file. Files are readable only by the user that runs the desk.
 */
export function outboxMail({ folder, from }: { readonly folder: string; readonly from: Mailbox }): Mail {
  async function write(name: string, options: SendMailOptions): Promise<void> {
    const message = await new MailComposer({ ...options, newline: 'win' }).compile().build();
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFileAtomic(join(folder, name), message, { mode: 0o600 });
  }

  return {
    async send(email, signal) {
      if (signal.aborted) throw new MailError('cancelled');
      const options = composeContactEmail(email, from);
      if (options === undefined) return 'refused';
      try {
        await write(fileName(email), options);
      } catch (error) {
        throw new MailError('the outbox cannot be written', { cause: error });
      }
      return 'accepted';
    },
  };
}

function fileName({ request, delivery }: ContactEmail): string {
  const time = request.requestedAt.replace(/[-:.]/g, '');
  return `${time}-${request.reference}-${delivery.id}.eml`;
}
