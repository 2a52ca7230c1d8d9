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
import type { AwaitedReminderDays, ReminderDays } from './reminder-days.ts';

/** What a post is about. Its content is rendered when it is sent, so that it is never stale. */
export type Subject =
  | { readonly kind: 'invitation'; readonly invitation: InvitationId }
  | { readonly kind: 'contactGivenUp'; readonly request: ContactRequestId; readonly delivery: DeliveryId }
  /**
   * A partner’s delegated permissions were removed. `invitation` was the last to grant them; absent if none did, and the
   * tenant showed them: then `at`, the time of the removal, tells removals apart.
   */
  | {
      readonly kind: 'removal';
      readonly partner: ProviderId;
      readonly invitation?: InvitationId;
      readonly at?: Instant;
    }
  /** What an invitation granted to a partner expires (or auto-extends) soon, at `end`. */
  | ({ readonly kind: 'accessEnding'; readonly days: ReminderDays } & EndOfAccess)
  /** What an invitation granted to a partner expired at `end`. */
  | ({ readonly kind: 'accessEnded' } & EndOfAccess)
  /** Everyone was asked at `askedAt` to review the partners: in the open review, or in one to be started. */
  | { readonly kind: 'reviewDue'; readonly review: ReviewId; readonly askedAt: Instant }
  /** The tenant was read for the first time at `at`: who has access to it. */
  | { readonly kind: 'tenantListed'; readonly at: Instant }
  /** A change in the tenant that nobody decided here. */
  | { readonly kind: 'tenantAlert'; readonly alert: string }
  /** So many such changes that were first seen at `at` that one message tells of all. */
  | { readonly kind: 'tenantAlerts'; readonly at: Instant }
  /** More invitations wait in the tenant's mailbox than may be pending, since then. */
  | { readonly kind: 'mailboxFull'; readonly since: Instant }
  /** The tenant does not show a decision, made so many days ago. `invitation`: absent for a removal. */
  | {
      readonly kind: 'stillAwaited';
      readonly partner: ProviderId;
      readonly invitation?: InvitationId;
      readonly since: Instant;
      readonly days: AwaitedReminderDays;
    };

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
    case 'tenantListed':
    case 'tenantAlerts':
      return subject.at;
    case 'mailboxFull':
      return subject.since;
    case 'tenantAlert':
      return subject.alert;
    case 'stillAwaited':
      return `${subject.partner} ${subject.invitation ?? 'removal'} ${subject.since} ${subject.days}`;
    case 'removal':
      return subject.invitation ?? `${subject.partner} ${subject.at ?? ''}`;
    case 'invitation':
    case 'accessEnded':
      return subject.invitation;
  }
}
