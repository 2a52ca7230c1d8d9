import type { RenderPost } from '../../application/ports/posts.ts';
import type { TenantId } from '../../domain/identifiers.ts';
import type { Subject } from '../../domain/notifications/announcement.ts';
import type { Rendering } from '../../domain/notifications/post.ts';
import type { Subscriber } from '../../domain/notifications/subscriber.ts';
import { messagesIn, type Messages, type Wording } from '../../i18n/messages.ts';

/** The recipient of a post. */
export interface Reader {
  readonly subscriber: Subscriber;
  readonly messages: Messages;
}

/** Renders each kind of subject for one subscriber. */
export type PostRenderers = {
  readonly [Kind in Subject['kind']]: (
    tenant: TenantId,
    subject: Extract<Subject, { readonly kind: Kind }>,
    reader: Reader,
  ) => Promise<Rendering | undefined>;
};

/** Renders posts by the kind of their subject. */
export function createRenderPost(renderers: PostRenderers, wording: Wording): RenderPost {
  return (tenant, subject, { subscriber, language, timeZone }) => {
    const reader = { subscriber, messages: messagesIn(language, timeZone, wording) };
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
      case 'tenantListed':
        return renderers.tenantListed(tenant, subject, reader);
      case 'tenantAlert':
        return renderers.tenantAlert(tenant, subject, reader);
      case 'tenantAlerts':
        return renderers.tenantAlerts(tenant, subject, reader);
      case 'mailboxFull':
        return renderers.mailboxFull(tenant, subject, reader);
      case 'stillAwaited':
        return renderers.stillAwaited(tenant, subject, reader);
    }
  };
}
