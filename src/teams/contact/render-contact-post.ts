import { readDelivery } from '../../application/contact/read-delivery.ts';
import type { Store } from '../../application/ports/store.ts';
import type { PostRenderers } from '../notifications/render-post.ts';
import { contactGivenUpCard } from './contact-given-up-view.ts';

/** Notifies a person that an e-mail of a contact request could not be delivered. */
export function renderContactGivenUp(store: Store): PostRenderers['contactGivenUp'] {
  return async (tenant, subject, { messages }) => {
    const read = await readDelivery({ store }, tenant, subject);
    if (read === undefined) return undefined;
    const card = contactGivenUpCard(messages, read.request, read.delivery);
    return {
      revision: 'givenUp',
      card: { kind: 'card', card, summary: messages.contact.givenUpTitle },
      isFinal: true,
    };
  };
}
