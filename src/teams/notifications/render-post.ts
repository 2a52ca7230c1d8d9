import type { RenderPost } from '../../application/ports/posts.ts';
import type { Store } from '../../application/ports/store.ts';
import type { TenantId } from '../../domain/identifiers.ts';
import type { Subject } from '../../domain/notifications/announcement.ts';
import type { Rendering } from '../../domain/notifications/post.ts';
import { messagesIn } from '../../i18n/messages.ts';
import { render } from '../cards/render.ts';
import { contactGivenUpView } from '../contact/contact-given-up-view.ts';

type To = Parameters<RenderPost>[2];

/** How each kind of subject is shown to one subscriber. */
export type PostRenderers = {
  readonly [Kind in Subject['kind']]: (
    tenant: TenantId,
    subject: Extract<Subject, { readonly kind: Kind }>,
    to: To,
  ) => Promise<Rendering | undefined>;
};

/** Draws a post by the kind of its subject. */
export function createRenderPost(renderers: PostRenderers): RenderPost {
  return (tenant, subject, to) => {
    switch (subject.kind) {
      case 'invitation':
        return renderers.invitation(tenant, subject, to);
      case 'contactGivenUp':
        return renderers.contactGivenUp(tenant, subject, to);
      case 'removal':
        return renderers.removal(tenant, subject, to);
      case 'accessEnding':
        return renderers.accessEnding(tenant, subject, to);
      case 'accessEnded':
        return renderers.accessEnded(tenant, subject, to);
      case 'reviewDue':
        return renderers.reviewDue(tenant, subject, to);
    }
  };
}

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
