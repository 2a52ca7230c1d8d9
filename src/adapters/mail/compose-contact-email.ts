import type { SendMailOptions } from 'nodemailer';
import type { ContactEmail } from '../../application/ports/mail.ts';
import { emailAsHtml } from './email-as-html.ts';
import { emailAsText, emailContent } from './email-content.ts';
import { headerText, mailbox, type Mailbox } from './mailbox.ts';

/**
 * An e-mail for nodemailer. Deterministic: the same input gives the same e-mail, Message-ID included.
 * @param from the desk's own mailbox; replies go to the requester
 * @returns undefined if an address is not a valid recipient
 */
export function composeContactEmail(email: ContactEmail, from: Mailbox): SendMailOptions | undefined {
  const { request, delivery } = email;
  const { recipient } = delivery;
  const to = mailbox(recipient.name, recipient.email);
  const replyTo = mailbox(request.details.contactName, request.details.email);
  if (to === undefined || replyTo === undefined) return undefined;
  const content = emailContent(email);
  return {
    from: { ...from },
    to,
    replyTo,
    subject: headerText(content.subject),
    date: new Date(request.requestedAt),
    messageId: `<${delivery.id}@${from.address.slice(from.address.lastIndexOf('@') + 1)}>`,
    text: emailAsText(content),
    html: emailAsHtml(content),
    headers: {
      'Content-Language': content.language,
      // RFC 3834: a person requested the e-mail to a provider, so only the copy counts as automatic.
      ...(recipient.kind === 'requester' ? { 'Auto-Submitted': 'auto-generated' } : {}),
    },
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
