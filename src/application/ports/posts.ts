import type { Delivery } from '../../domain/contact/contact-delivery.ts';
import type { ContactRequest } from '../../domain/contact/contact-request.ts';
import type { PersonId, TenantId } from '../../domain/identifiers.ts';
import type { Language } from '../../domain/language.ts';
import type { Subject } from '../../domain/notifications/announcement.ts';
import type { PostContent, Rendering } from '../../domain/notifications/post.ts';
import type { Subscriber } from '../../domain/notifications/subscriber.ts';
import type { TimeZone } from '../../domain/time-zone.ts';

/** What the desk says without being asked. */
export interface Notice {
  readonly kind: 'contactGivenUp';
  readonly request: ContactRequest;
  /** The one letter of the request that this is about. */
  readonly delivery: Delivery;
}

export interface Notifier {
  /** Posts to the person's own chat where the desk knows it; says nothing otherwise. */
  tell(tenant: TenantId, person: PersonId, notice: Notice): Promise<void>;
}

/** Sees to it that announcements reach whom they concern. */
export interface Announcements {
  /**
   * Has what was just committed for this tenant taken up; returns at once. What nobody takes up waits for the next
   * start.
   */
  wake(tenant: TenantId): void;
}

/**
 * Draws what is posted about a subject, for one subscriber; undefined where there is nothing to say about it any more.
 */
export type RenderPost = (
  tenant: TenantId,
  subject: Subject,
  to: { readonly subscriber: Subscriber; readonly language: Language; readonly timeZone?: TimeZone },
) => Promise<Rendering | undefined>;

/**
 * What came of one attempt to post. `later`: not taken, or perhaps taken without saying so, and worth another try,
 * after `wait` milliseconds where the channel asks for that. `gone`: nothing can be posted there. `refused`: this will
 * never be taken.
 */
export type PostOutcome =
  | { readonly kind: 'taken'; readonly message: string }
  | { readonly kind: 'later'; readonly wait?: number }
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused' };

/**
 * Sends to chats, once each call: it retries nothing. Settles soon after `signal` aborts. Never throws because of the
 * channel.
 */
export interface Poster {
  post(to: Subscriber, content: PostContent, signal: AbortSignal): Promise<PostOutcome>;
  /** Puts other content in the place of a message that was posted there. */
  update(to: Subscriber, message: string, content: PostContent, signal: AbortSignal): Promise<PostOutcome>;
}
