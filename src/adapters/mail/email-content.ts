import type { ContactEmail } from '../../application/ports/mail.ts';
import { providerNamesOf, type ContactRequest } from '../../domain/contact/contact-request.ts';
import type { Language } from '../../domain/language.ts';
import { messagesIn, type Messages } from '../../i18n/messages.ts';

/** The content of an e-mail before formatting. Every text may contain user input. */
export interface EmailContent {
  readonly language: Language;
  readonly subject: string;
  /** Paragraphs. */
  readonly opening: readonly string[];
  readonly fields: readonly EmailField[];
  readonly needs: EmailField;
  /** Paragraphs. */
  readonly closing: readonly string[];
}

export interface EmailField {
  readonly label: string;
  readonly value: string;
}

/**
 * E-mails to providers are in the language that the requester wants the reply in; the copy is in the requester's own.
 */
export function emailContent({ request, delivery }: ContactEmail): EmailContent {
  const isCopy = delivery.recipient.kind === 'requester';
  const messages = messagesIn(isCopy ? request.language : request.details.preferredLanguage);
  const { language, mail } = messages;
  return {
    language,
    ...(isCopy ? copy(request, messages) : toProvider(request, messages)),
    fields: fields(request, messages),
    needs: { label: mail.labels.needs, value: request.details.needs },
  };
}

type Words = Pick<EmailContent, 'subject' | 'opening' | 'closing'>;

function toProvider({ details, reference, profileAddress }: ContactRequest, { mail }: Messages): Words {
  const { closing, closingWithoutReply } = mail.toProvider;
  return {
    subject: mail.toProvider.subject(details.organizationName, reference),
    opening: mail.toProvider.opening(details.organizationName),
    closing: (profileAddress === undefined ? closingWithoutReply : closing)(details.contactName, reference),
  };
}

function copy(request: ContactRequest, { mail, format }: Messages): Words {
  const providers = providerNamesOf(request);
  return {
    subject: mail.copy.subject(format, request.reference, providers),
    opening: mail.copy.opening(format, providers),
    closing: mail.copy.closing(request.reference),
  };
}

function fields(
  { details, reference }: ContactRequest,
  { mail, format, vocabulary }: Messages,
): EmailField[] {
  const { labels } = mail;
  const all = [
    { label: labels.reference, value: reference },
    { label: labels.organizationName, value: details.organizationName },
    { label: labels.place, value: mail.place(details.city, format.country(details.country)) },
    { label: labels.organizationSize, value: vocabulary.sizes[details.organizationSize] },
    { label: labels.industry, value: details.industry ?? '' },
    { label: labels.contactName, value: details.contactName },
    { label: labels.email, value: details.email },
    { label: labels.phone, value: details.phone ?? '' },
    { label: labels.preferredLanguage, value: format.language(details.preferredLanguage) },
    { label: labels.products, value: details.products ?? '' },
  ];
  return all.filter(({ value }) => value !== '');
}

/** The e-mail as plain text; paragraphs are separated by an empty line. */
export function emailAsText({ language, opening, fields, needs, closing }: EmailContent): string {
  const { mail } = messagesIn(language);
  const answers = fields.map(({ label, value }) => mail.labelled(label, value)).join('\n');
  const asked = `${mail.labelled(needs.label, '').trimEnd()}\n${needs.value}`;
  return [...opening, answers, asked, ...closing].join('\n\n') + '\n';
}
