import type { SubscriberId } from '../identifiers.ts';
import type { Instant } from '../instant.ts';
import type { Subject } from './announcement.ts';

/** A subscriber who may not know yet how a subject stands. Gone once the card there is up to date and all is said. */
export interface PendingPost {
  readonly subject: Subject;
  readonly subscriber: SubscriberId;
  /** When it was to be told first; what cannot be posted for long is given up. */
  readonly since: Instant;
  /** The card is brought up to date and no more is said: whoever reads it knows already. */
  readonly isQuiet: boolean;
  /** The card is up to date, and the short message about it is still to be posted. */
  readonly owesMessage: boolean;
}

/** A card that a subscriber took, kept as long as it may have to change. */
export interface PostedCard {
  /** The channel's id of the message. */
  readonly message: string;
  /** How the subject stood when the card was drawn. */
  readonly revision: string;
}

/** What is sent: a card, with the line that a notification shows of it; or plain text. */
export type PostContent =
  | { readonly kind: 'card'; readonly card: Readonly<object>; readonly summary: string }
  | { readonly kind: 'text'; readonly text: string };

/** How a subject is shown to one subscriber, as it stands now. */
export interface Rendering {
  /** Changes whenever a card that is on somebody's screen has to change. */
  readonly revision: string;
  readonly card: PostContent;
  /** What those are told whose card changed to this; nothing where it is absent. */
  readonly message?: PostContent;
  /** Nothing more can come of the subject: its card stays as it is now. */
  readonly isFinal: boolean;
}

/** The one thing to send next to a subscriber. */
export type PostStep =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'post'; readonly content: PostContent }
  | { readonly kind: 'update'; readonly message: string; readonly content: PostContent }
  | { readonly kind: 'say'; readonly content: PostContent };

/**
 * What has to be sent so that a subscriber knows how a subject stands: the card, where there was none; the card in place
 * of the one that there was; and then the message. Whoever gets the card only now is not told twice what it shows.
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
