import type { Page } from '../../application/ports/store.ts';
import type { ContactRequest } from '../../domain/contact/contact-request.ts';
import type { Messages } from '../../i18n/messages.ts';
import { defineCard } from '../cards/define-card.ts';
import { shortened } from '../cards/text.ts';
import { firstSearch } from '../turn/first-search.ts';
import { emailViews } from './contact-sent-view.ts';

const excerptLength = 140;

/** A page of the person's own requests, newest first. `isFirst`: there are no newer ones. */
export const contactRequestsCard = defineCard('contact-requests', contactRequestsView);

function contactRequestsView(messages: Messages, page: Page<ContactRequest>, isFirst: boolean) {
  const { contact: text, desk, format } = messages;
  return {
    title: text.requestsTitle,
    isEmpty: page.items.length === 0,
    none: text.noRequests,
    requests: page.items.map((request) => ({
      reference: request.reference,
      date: `  ${format.date(request.requestedAt)}`,
      needs: shortened(request.details.needs.replace(/\s+/g, ' '), excerptLength),
      emails: emailViews(messages, request),
    })),
    hasNewer: !isFirst,
    newestTitle: text.newestRequests,
    hasMore: page.next !== undefined,
    moreTitle: text.moreRequests,
    moreData: { after: page.next ?? '' },
    findTitle: desk.findProvider,
    findData: { state: firstSearch },
  };
}
