import type { Store } from '../../application/ports/store.ts';
import { messagesIn } from '../../i18n/messages.ts';
import type { PostRenderers } from '../notifications/render-post.ts';
import { contactGivenUpCard } from './contact-given-up-view.ts';

/** Tells a person that a letter of a contact request could not be delivered. */
export function renderContactGivenUp(store: Store): PostRenderers['contactGivenUp'] {
  return async (tenant, { request: id, delivery: deliveryId }, { language, timeZone }) => {
    const request = (await store.get(tenant, 'contactRequest', id))?.value;
    const delivery = request?.deliveries.find((known) => known.id === deliveryId);
    if (request === undefined || delivery === undefined) return undefined;
    const messages = messagesIn(language, timeZone);
    const card = contactGivenUpCard(messages, request, delivery);
    return {
      revision: 'givenUp',
      card: { kind: 'card', card, summary: messages.contact.givenUpTitle },
      isFinal: true,
    };
  };
}
