import type { ContactReceipt } from '../../application/contact/send-contact-request.ts';
import type { ContactRequest } from '../../domain/contact/contact-request.ts';
import type { Messages } from '../../i18n/messages.ts';
import { defineCard } from '../cards/define-card.ts';
import type { SearchState } from '../providers/search-state.ts';

/**
 * The outcome of a contact request, and what happens next. `isOutbox`: e-mails go to a folder, not to a mail server.
 */
export const contactSentCard = defineCard('contact-sent', contactSentView);

function contactSentView(messages: Messages, receipt: ContactReceipt, state: SearchState, isOutbox: boolean) {
  const { contact: text, desk, provider } = messages;
  const { profileAddress, deliveries } = receipt.request;
  const hasCopy = deliveries.some(({ recipient }) => recipient.kind === 'requester');
  return {
    title: receipt.alreadySent ? text.sentAgainTitle : text.sentTitle,
    isAgain: receipt.alreadySent,
    againText: text.sentAgainText,
    referenceLabel: `${text.reference} `,
    reference: receipt.request.reference,
    emails: emailViews(messages, receipt.request),
    hasNoAddress: profileAddress === undefined && !hasCopy,
    noAddress: text.noAddress,
    nextTitle: text.nextTitle,
    next: text.next,
    isOutbox,
    outboxNote: text.outboxNote,
    requestsTitle: desk.myRequests,
    backTitle: provider.back,
    backData: { state: { ...state, ticked: [] } },
  };
}

/** Each e-mail of a request with its delivery state. */
export function emailViews({ contact: text }: Messages, request: ContactRequest) {
  return request.deliveries.map(({ recipient, state }) => ({
    name: recipient.kind === 'provider' ? recipient.name : text.copy(recipient.email),
    state: ` – ${text[state.kind]}`,
  }));
}
