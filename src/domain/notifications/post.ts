import type { SubscriberId } from '../identifiers.ts';
import type { Instant } from '../instant.ts';
import type { Subject } from './announcement.ts';
import type { PostPriority } from './post-priority.ts';

/** A post to a subscriber that is still due. Deleted once the card is up to date and the message is sent. */
export interface PendingPost {
  readonly subject: Subject;
  readonly subscriber: SubscriberId;
  /** When it was queued; dropped if it cannot be posted for too long. */
  readonly since: Instant;
  /** Absent only in what was stored before posts had a priority. */
  readonly priority?: PostPriority;
  /** Only update the card, without a message: its reader knows already. */
  readonly isQuiet: boolean;
  /** The short message about the card's change is still to be posted. */
  readonly owesMessage: boolean;
}

/** A card that was delivered to a subscriber, stored as long as it may need updates. */
export interface PostedCard {
  /** The channel's id of the message. */
  readonly message: string;
  /** The revision that the card shows. */
  readonly revision: string;
}

/** The content of a message: a card with its notification text, or plain text. */
export type PostContent =
  | { readonly kind: 'card'; readonly card: Readonly<object>; readonly summary: string }
  | { readonly kind: 'text'; readonly text: string };

/** The current state of a subject, rendered for one subscriber. */
export interface Rendering {
  /** Changes whenever posted cards need an update. */
  readonly revision: string;
  readonly card: PostContent;
  /** The message to post after updating a card; none if absent. */
  readonly message?: PostContent;
  /** The subject is settled: its card needs no further updates. */
  readonly isFinal: boolean;
}

/** The one thing to send next to a subscriber. */
export type PostStep =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'post'; readonly content: PostContent }
  | { readonly kind: 'update'; readonly message: string; readonly content: PostContent }
  | { readonly kind: 'say'; readonly content: PostContent };

/**
 * The next message to send: the card if none was posted, else its update, then the message. A newly posted card needs
 * no message.
 */
export function nextStep(
  { isQuiet, owesMessage }: PendingPost,
  posted: PostedCard | undefined,
  { revision, card, message }: Rendering,
): PostStep {
  if (posted === undefined) return isQuiet ? { kind: 'nothing' } : { kind: 'post', content: card };
  if (posted.revision !== revision) return { kind: 'update', message: posted.message, content: card };
  if (owesMessage && !isQuiet && message !== undefined) return { kind: 'say', content: message };
  return { kind: 'nothing' };
}
