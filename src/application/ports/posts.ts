import type { Delivery } from '../../domain/contact/contact-delivery.ts';
import type { ContactRequest } from '../../domain/contact/contact-request.ts';
import type { PersonId, TenantId } from '../../domain/identifiers.ts';
import type { Language } from '../../domain/language.ts';
import type { Subject } from '../../domain/notifications/announcement.ts';
import type { PostContent, Rendering } from '../../domain/notifications/post.ts';
import type { Subscriber } from '../../domain/notifications/subscriber.ts';
import type { TimeZone } from '../../domain/time-zone.ts';

/** What the desk tells one person unprompted. */
export interface Notice {
  readonly kind: 'contactGivenUp';
  readonly request: ContactRequest;
  /** The e-mail of the request that this is about. */
  readonly delivery: Delivery;
}

export interface Notifier {
  /** Posts to the person's own chat; a no-op if the desk does not know it. */
  tell(tenant: TenantId, person: PersonId, notice: Notice): Promise<void>;
}

/** Delivers announcements to those they concern. */
export interface Announcements {
  /**
   * Starts delivering what was just committed for this tenant; returns at once. The next start resumes what is left.
   */
  wake(tenant: TenantId): void;
}

/** Renders the post about a subject for one subscriber; undefined if there is nothing left to say about it. */
export type RenderPost = (
  tenant: TenantId,
  subject: Subject,
  to: { readonly subscriber: Subscriber; readonly language: Language; readonly timeZone?: TimeZone },
) => Promise<Rendering | undefined>;

/**
 * The outcome of one attempt to post. `later`: not accepted, or perhaps accepted without a reply, and worth a retry,
 * after `wait` milliseconds if the channel asks for that. `gone`: nothing can be posted there. `refused`: permanently.
 */
export type PostOutcome =
  | { readonly kind: 'taken'; readonly message: string }
  | { readonly kind: 'later'; readonly wait?: number }
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused' };

/**
 * Sends to chats, once per call, without retries. Settles soon after `signal` aborts. Never throws because of the
 * channel.
 */
export interface Poster {
  post(to: Subscriber, content: PostContent, signal: AbortSignal): Promise<PostOutcome>;
  /** Replaces the content of a message that was posted there. */
  update(to: Subscriber, message: string, content: PostContent, signal: AbortSignal): Promise<PostOutcome>;
}
