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
import { rankOf, type PostPriority } from './post-priority.ts';
import type { ReminderDays } from './reminder-days.ts';

/** What a post is about. Its content is rendered when it is sent, so that it is never stale. */
export type Subject =
  | { readonly kind: 'invitation'; readonly invitation: InvitationId }
  | { readonly kind: 'contactGivenUp'; readonly request: ContactRequestId; readonly delivery: DeliveryId }
  /** A partner’s delegated permissions were removed; this invitation was the last to grant them. */
  | { readonly kind: 'removal'; readonly partner: ProviderId; readonly invitation: InvitationId }
  /** What an invitation granted to a partner expires (or auto-extends) soon, at `end`. */
  | ({ readonly kind: 'accessEnding'; readonly days: ReminderDays } & EndOfAccess)
  /** What an invitation granted to a partner expired at `end`. */
  | ({ readonly kind: 'accessEnded' } & EndOfAccess)
  /** Everyone was asked at `askedAt` to review the partners: in the open review, or in one to be started. */
  | { readonly kind: 'reviewDue'; readonly review: ReviewId; readonly askedAt: Instant };

interface EndOfAccess {
  readonly partner: ProviderId;
  readonly invitation: InvitationId;
  readonly end: Instant;
}

/**
 * The recipients of an announcement. `everyone`: all subscribers that want announcements, except the chat that shows it
 * already. `holders`: those with a posted or pending card about the subject; the person in `except` caused the change
 * and is not notified. `one`: a single chat.
 */
export type Addressees =
  | { readonly kind: 'everyone'; readonly except?: SubscriberId }
  | { readonly kind: 'holders'; readonly except?: PersonId; readonly isQuiet?: true }
  | { readonly kind: 'one'; readonly subscriber: SubscriberId };

/** An announcement to fan out; deleted once each addressee has a pending post. */
export interface Announcement {
  readonly subject: Subject;
  readonly to: Addressees;
  readonly at: Instant;
  /** Absent only in what was stored before posts had a priority. */
  readonly priority?: PostPriority;
  /** The last subscriber processed; absent before the first. */
  readonly reached?: SubscriberId;
}

/**
 * The record id of an announcement. Records are listed by id: the most urgent announcements come first.
 * @param name unique among the announcements of the tenant; of equally urgent ones, the first name comes first
 */
export function announcementKey(name: string, priority: PostPriority): string {
  return `${rankOf(priority)} ${name}`;
}

/** The key of a subscriber's card about a subject. */
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
