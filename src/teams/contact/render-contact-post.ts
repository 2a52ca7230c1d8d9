import type { Store } from '../../application/ports/store.ts';
import { messagesIn } from '../../i18n/messages.ts';
import { render } from '../cards/render.ts';
import type { PostRenderers } from '../notifications/render-post.ts';
import { contactGivenUpView } from './contact-given-up-view.ts';

/** Tells a person that a letter of a contact request could not be delivered. */
export function renderContactGivenUp(store: Store): PostRenderers['contactGivenUp'] {
  return async (tenant, { request: id, delivery: deliveryId }, { language, timeZone }) => {
    const request = (await store.get(tenant, 'contactRequest', id))?.value;
    const delivery = request?.deliveries.find((known) => known.id === deliveryId);
    if (request === undefined || delivery === undefined) return undefined;
    const view = contactGivenUpView(messagesIn(language, timeZone), request, delivery);
    const card = { kind: 'card', card: render('contact-given-up', view), summary: view.title } as const;
    return { revision: 'givenUp', card, isFinal: true };
  };
}
