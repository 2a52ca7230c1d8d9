import type { RenderPost } from '../../application/ports/posts.ts';
import type { TenantId } from '../../domain/identifiers.ts';
import type { Subject } from '../../domain/notifications/announcement.ts';
import type { Rendering } from '../../domain/notifications/post.ts';

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
