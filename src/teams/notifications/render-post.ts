import type { RenderPost } from '../../application/ports/posts.ts';
import type { TenantId } from '../../domain/identifiers.ts';
import type { Subject } from '../../domain/notifications/announcement.ts';
import type { Rendering } from '../../domain/notifications/post.ts';
import type { Subscriber } from '../../domain/notifications/subscriber.ts';
import { messagesIn, type Messages } from '../../i18n/messages.ts';

/** Whom something is shown to. */
export interface Reader {
  readonly subscriber: Subscriber;
  readonly messages: Messages;
}

/** How each kind of subject is shown to one subscriber. */
export type PostRenderers = {
  readonly [Kind in Subject['kind']]: (
    tenant: TenantId,
    subject: Extract<Subject, { readonly kind: Kind }>,
    reader: Reader,
  ) => Promise<Rendering | undefined>;
};

/** Draws a post by the kind of its subject. */
export function createRenderPost(renderers: PostRenderers, isSandbox: boolean): RenderPost {
  return (tenant, subject, { subscriber, language, timeZone }) => {
    const reader = { subscriber, messages: messagesIn(language, timeZone, isSandbox) };
    switch (subject.kind) {
      case 'invitation':
        return renderers.invitation(tenant, subject, reader);
      case 'contactGivenUp':
        return renderers.contactGivenUp(tenant, subject, reader);
      case 'removal':
        return renderers.removal(tenant, subject, reader);
      case 'accessEnding':
        return renderers.accessEnding(tenant, subject, reader);
      case 'accessEnded':
        return renderers.accessEnded(tenant, subject, reader);
      case 'reviewDue':
        return renderers.reviewDue(tenant, subject, reader);
    }
  };
}
