import { z } from 'zod';
import type { HandledMail, MailboxWatch } from '../../../domain/tenant/mailbox-watch.ts';
import { readFailures } from '../../../domain/tenant/tenant-reads.ts';
import { instant, text } from './common-schemas.ts';
import { exactly } from './exact-schema.ts';

/** Schemas of the records about the mailbox that is read for invitations, by kind. */
export const mailboxSchemas = {
  mailboxWatch: exactly<MailboxWatch>({
    address: text,
    link: text.optional(),
    nextReadAt: instant,
    completeAt: instant.optional(),
    failures: z.int().nonnegative(),
    failing: exactly<NonNullable<MailboxWatch['failing']>>({
      since: instant,
      why: z.enum(readFailures),
    }).optional(),
    stuck: exactly<NonNullable<MailboxWatch['stuck']>>({
      message: text,
      rounds: z.int().positive(),
    }).optional(),
    fullSince: instant.optional(),
    fullToldAt: instant.optional(),
  }),
  handledMail: exactly<HandledMail>({ receivedAt: instant }),
};
