import type { Roles } from '../../application/ports/authority.ts';
import type { Clock } from '../../application/ports/clock.ts';
import type { RenderPost } from '../../application/ports/posts.ts';
import type { ProviderDirectory } from '../../application/ports/provider-directory.ts';
import type { Store } from '../../application/ports/store.ts';
import type { Wording } from '../../i18n/messages.ts';
import { renderContactGivenUp } from '../contact/render-contact-post.ts';
import { renderInvitationPost } from '../invitations/render-invitation-post.ts';
import { createRenderPost } from '../notifications/render-post.ts';
import { renderAccessPosts } from '../partners/render-access-posts.ts';
import { renderRemovalPost } from '../partners/render-removal-post.ts';
import { renderReviewPost } from '../reviews/render-review-post.ts';
import { renderMailboxPost } from '../tenant/render-mailbox-post.ts';
import { renderTenantPosts } from '../tenant/render-tenant-posts.ts';

interface PostSources {
  readonly store: Store;
  readonly directory: ProviderDirectory;
  readonly roles: Roles;
  readonly clock: Clock;
  /** Interval between reviews of partners' access; days. */
  readonly reviewEveryDays: number;
  /** Whether Microsoft 365 is read. */
  readonly readsTenant?: boolean;
  /** The page of the tenant's admin center that lists partners. */
  readonly partnersPage: string;
  readonly wording: Wording;
}

/** Renders every proactive post. */
export function renderPosts(sources: PostSources): RenderPost {
  const renderers = {
    invitation: renderInvitationPost(sources),
    contactGivenUp: renderContactGivenUp(sources.store),
    removal: renderRemovalPost(sources.store),
    ...renderAccessPosts(sources),
    reviewDue: renderReviewPost(sources),
    ...renderTenantPosts(sources),
    mailboxFull: renderMailboxPost(sources),
  };
  return createRenderPost(renderers, sources.wording);
}
