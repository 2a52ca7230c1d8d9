import type {
  ContactRequestId,
  DeliveryId,
  InvitationId,
  PersonId,
  ProviderId,
  ReviewId,
  SubscriberId,
} from '../identifiers.ts';
import type { Instant } from '../instant.ts';
import type { ReminderDays } from './reminder-days.ts';

/** What a post is about. What it says is found out when it is sent, so that nobody is told what is no longer so. */
export type Subject =
  | { readonly kind: 'invitation'; readonly invitation: InvitationId }
  | { readonly kind: 'contactGivenUp'; readonly request: ContactRequestId; readonly delivery: DeliveryId }
  /** Somebody took a partner’s delegated permissions away, which rested last on this invitation. */
  | { readonly kind: 'removal'; readonly partner: ProviderId; readonly invitation: InvitationId }
  /** What an invitation granted to a partner will end (or extend itself) before long, at `end`. */
  | ({ readonly kind: 'accessEnding'; readonly days: ReminderDays } & EndOfAccess)
  /** What an invitation granted to a partner has ended, at `end`. */
  | ({ readonly kind: 'accessEnded' } & EndOfAccess)
  /** Everyone was asked, at this moment, for a review of the partners: the open one, or one that is to be started. */
  | { readonly kind: 'reviewDue'; readonly review: ReviewId; readonly askedAt: Instant };

interface EndOfAccess {
  readonly partner: ProviderId;
  readonly invitation: InvitationId;
  readonly end: Instant;
}

/**
 * Whom an announcement concerns. `everyone`: all who want announcements, but the chat `except`, which shows it already. `holders`: those who were posted a card about the
 * subject, or are just being posted one; the person in `except` brought the news about, and is not told it. `one`: a single chat.
 */
export type Addressees =
  | { readonly kind: 'everyone'; readonly except?: SubscriberId }
  | { readonly kind: 'holders'; readonly except?: PersonId }
  | { readonly kind: 'one'; readonly subscriber: SubscriberId };

/** Something to be told, until there is a pending post for each whom it concerns. */
export interface Announcement {
  readonly subject: Subject;
  readonly to: Addressees;
  readonly at: Instant;
  /** The last subscriber that was looked at; absent before the first. */
  readonly reached?: SubscriberId;
}

/** Where a subscriber's card about a subject is kept: one for each of the two together. */
export function postKey(subject: Subject, subscriber: SubscriberId): string {
  return `${subject.kind} ${nameOf(subject)} ${subscriber}`;
}

function nameOf(subject: Subject): string {
  switch (subject.kind) {
    case 'contactGivenUp':
      return subject.delivery;
    case 'accessEnding':
      return `${subject.invitation} ${subject.end} ${subject.days}`;
    case 'reviewDue':
      return `${subject.review} ${subject.askedAt}`;
    case 'invitation':
    case 'removal':
    case 'accessEnded':
      return subject.invitation;
  }
}
