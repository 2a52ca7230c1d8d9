import type { ContactRequest } from '../../domain/contact/contact-request.ts';
import type { Person } from '../../domain/contact/person.ts';
import type { AuditEntry } from '../../domain/history/audit-entry.ts';
import type { HistoryExport } from '../../domain/history/history-export.ts';
import type { RecentRefusals } from '../../domain/history/recent-refusals.ts';
import type { ContactRequestId, DeliveryId, InvitationId } from '../../domain/identifiers.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Invitation } from '../../domain/invitations/invitation.ts';
import type { Announcement } from '../../domain/notifications/announcement.ts';
import type { PendingPost, PostedCard } from '../../domain/notifications/post.ts';
import type { Subscriber } from '../../domain/notifications/subscriber.ts';
import type { PartnerRelationship } from '../../domain/partners/relationship.ts';
import type { ReviewRequest } from '../../domain/reviews/review-due.ts';
import type { Review } from '../../domain/reviews/review.ts';

/** The kinds of record that a tenant has. Records change, by version. */
export interface Records {
  readonly person: Person;
  readonly contactRequest: ContactRequest;
  /** A letter still to be sent; gone once its request says that it was sent or given up. */
  readonly pendingDelivery: PendingDelivery;
  /** Where the desk can post by itself, under `subscriberIdOf`. */
  readonly subscriber: Subscriber;
  /** Still to be told; gone once there is a pending post for each whom it concerns. */
  readonly announcement: Announcement;
  /** Who may not know yet how a subject stands, under `postKey`. */
  readonly pendingPost: PendingPost;
  /** A card that may still have to change, under `postKey`. */
  readonly postedCard: PostedCard;
  readonly invitation: Invitation;
  /** An invitation still to be decided, under its id; gone in the commit that decides it. */
  readonly pendingInvitation: PendingInvitation;
  /** Which invitation came from a posted id or a link, under `sourceKey`. */
  readonly receivedInvitation: ReceivedInvitation;
  /** What a partner is to the tenant, under the partner's id. */
  readonly relationship: PartnerRelationship;
  /** A review of the partners, under its id. */
  readonly review: Review;
  /** How often everyone was asked for a review of late, under `reviewRequestId`; none before the first time. */
  readonly reviewRequest: ReviewRequest;
  /** A provider that someone of the tenant sent a contact request to, under the provider's id. */
  readonly contactedProvider: ContactedProvider;
  /** What a person was refused of late, under the person's id. */
  readonly recentRefusals: RecentRefusals;
  /**
   * The file of the history that a person was offered last, under the person's id; gone once it was taken up or
   * declined.
   */
  readonly historyExport: HistoryExport;
}
export type RecordKind = keyof Records;

/** The kinds of entry that a tenant has. Entries are appended and never change. */
export interface Entries {
  readonly audit: AuditEntry;
}
export type EntryKind = keyof Entries;

/** Its id is the delivery's. */
export interface PendingDelivery {
  readonly request: ContactRequestId;
  readonly delivery: DeliveryId;
  readonly nextAttemptAt: Instant;
}

export interface PendingInvitation {
  readonly lapsesAt: Instant;
}

export interface ReceivedInvitation {
  readonly invitation: InvitationId;
  /** Of the offer as it was posted; tells whether the same id comes with other content. */
  readonly fingerprint: string;
}

export interface ContactedProvider {
  readonly firstAt: Instant;
}
