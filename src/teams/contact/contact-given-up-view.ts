import type { Delivery } from '../../domain/contact/contact-delivery.ts';
import type { ContactRequest } from '../../domain/contact/contact-request.ts';
import type { Messages } from '../../i18n/messages.ts';
import { defineCard } from '../cards/define-card.ts';
import { optional } from '../cards/text.ts';
import { firstSearch } from '../turn/first-search.ts';

/** Notifies the requester that an e-mail could not be delivered. */
export const contactGivenUpCard = defineCard('contact-given-up', contactGivenUpView);

function contactGivenUpView(messages: Messages, request: ContactRequest, { recipient }: Delivery) {
  const { contact: text, desk } = messages;
  return {
    title: text.givenUpTitle,
    text:
      recipient.kind === 'provider'
        ? text.givenUpText(request.reference)
        : text.copyGivenUpText(request.reference),
    name: recipient.kind === 'provider' ? recipient.name : text.copy(recipient.email),
    address: optional(recipient.kind === 'provider' ? ` – ${recipient.email}` : undefined),
    requestsTitle: desk.myRequests,
    findTitle: desk.findProvider,
    findData: { state: firstSearch },
  };
}
