import type { ContactRequest } from '../../domain/contact/contact-request.ts';
import type { Messages } from '../../i18n/messages.ts';

/** Each letter of a request with how far it has come. */
export function letterViews({ contact: text }: Messages, request: ContactRequest) {
  return request.deliveries.map(({ recipient, state }) => ({
    name: recipient.kind === 'provider' ? recipient.name : text.copy(recipient.email),
    state: ` – ${text[state.kind]}`,
  }));
}
