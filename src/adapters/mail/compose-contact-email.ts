import type { SendMailOptions } from 'nodemailer';
import type { ContactEmail } from '../../application/ports/mail.ts';
import { plainName } from '../../domain/contact/plain-name.ts';
import { emailAsHtml } from './email-as-html.ts';
import { emailAsText, emailContent } from './email-content.ts';
import { headerText, mailbox, type Mailbox } from './mailbox.ts';

/**
 * An e-mail for nodemailer. Deterministic: the same input gives the same e-mail, Message-ID included.
 * @param from the desk's own mailbox; replies go to the requester's profile address, if it is known
 * @returns undefined if an address is not a valid recipient, or it is a copy to any other address than that
 */
export function composeContactEmail(email: ContactEmail, from: Mailbox): SendMailOptions | undefined {
  const { request, delivery } = email;
  const { recipient } = delivery;
  const to = mailbox(recipient.name, recipient.email);
  const { profileAddress } = request;
  if (recipient.kind === 'requester' && recipient.email !== profileAddress) return undefined;
  // Requests of earlier versions may hold a link in the name.
  const replyTo =
    profileAddress === undefined
      ? undefined
      : mailbox(plainName(request.details.contactName), profileAddress);
  if (to === undefined || (replyTo === undefined && profileAddress !== undefined)) return undefined;
  const content = emailContent(email);
  return {
    from: { ...from },
    to,
    ...(replyTo !== undefined && { replyTo }),
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
