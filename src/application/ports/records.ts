import type { SentContacts } from '../../domain/contact/contact-limits.ts';
import type { ContactRequest } from '../../domain/contact/contact-request.ts';
import type { Person } from '../../domain/contact/person.ts';
import type { AuditEntry } from '../../domain/history/audit-entry.ts';
import type { HistoryExport } from '../../domain/history/history-export.ts';
import type { RecentRefusals } from '../../domain/history/recent-refusals.ts';
import type { ContactRequestId, DeliveryId, InvitationId } from '../../domain/identifiers.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Invitation } from '../../domain/invitations/invitation.ts';
import type { PendingInvitation } from '../../domain/invitations/pending-invitation.ts';
import type { Announcement } from '../../domain/notifications/announcement.ts';
import type { PendingPost, PostedCard } from '../../domain/notifications/post.ts';
import type { Subscriber } from '../../domain/notifications/subscriber.ts';
import type { PartnerRelationship } from '../../domain/partners/relationship.ts';
import type { ReviewRequest } from '../../domain/reviews/review-due.ts';
import type { Review } from '../../domain/reviews/review.ts';
import type { AwaitedEffect } from '../../domain/tenant/awaited-effect.ts';
import type { HandledMail, MailboxWatch } from '../../domain/tenant/mailbox-watch.ts';
import type { PartnerActivity } from '../../domain/tenant/partner-activity.ts';
import type { TenantAlert } from '../../domain/tenant/tenant-alert.ts';
import type { TenantSnapshot, TenantWatch } from '../../domain/tenant/tenant-snapshot.ts';

/** The kinds of record that a tenant has. Records are versioned. */
export interface Records {
  readonly person: Person;
  readonly contactRequest: ContactRequest;
  /** An e-mail still to be sent; deleted once its request records it as sent or given up. */
  readonly pendingDelivery: PendingDelivery;
  /** A chat that the desk can post to unprompted, under `subscriberIdOf`. */
  readonly subscriber: Subscriber;
  /** Still to be delivered; deleted once each subscriber concerned has a pending post. */
  readonly announcement: Announcement;
  /** A subscriber still to be notified of the state of a subject, under `postKey`. */
  readonly pendingPost: PendingPost;
  /** A card that may still need updates, under `postKey`. */
  readonly postedCard: PostedCard;
  readonly invitation: Invitation;
  /** An invitation still to be decided, under its id; deleted in the commit that decides it. */
  readonly pendingInvitation: PendingInvitation;
  /** The tenant's latest pasted invitation, under `latest`. Its version tells whether another was pasted meanwhile. */
  readonly latestPaste: LatestPaste;
  /** Which invitation came from a submitted id or a link, under `sourceKey`. */
  readonly receivedInvitation: ReceivedInvitation;
  /** What a partner is to the tenant, under the partner's id. */
  readonly relationship: PartnerRelationship;
  /** A review of the partners, under its id. */
  readonly review: Review;
  /** The latest requests to everyone for a review, under `reviewRequestId`; absent before the first. */
  readonly reviewRequest: ReviewRequest;
  /** A provider that someone of the tenant sent a contact request to, under the provider's id. */
  readonly contactedProvider: ContactedProvider;
  /** How much the tenant's people sent to providers within the last day, under `tenantContactsId`. */
  readonly tenantContacts: TenantContacts;
  /** A person's recent refusals, under the person's id. */
  readonly recentRefusals: RecentRefusals;
  /** The history file last offered to a person, under the person's id; deleted once accepted or declined. */
  readonly historyExport: HistoryExport;
  /** What the tenant last showed, under `snapshot`; absent before it was first read. */
  readonly tenantSnapshot: TenantSnapshot;
  /** When the tenant is read, under `watch`. */
  readonly tenantWatch: TenantWatch;
  /** How the reading of the tenant's mailbox stands, under `mailbox`. */
  readonly mailboxWatch: MailboxWatch;
  /** A message of that mailbox that brought invitations, under its hash; deleted once it is too old to bring any. */
  readonly handledMail: HandledMail;
  /** A change in the tenant that everyone was told of, under its id; ids sort by time. */
  readonly tenantAlert: TenantAlert;
  /** A decision that the tenant has not shown yet, under `awaitedEffectId`. */
  readonly awaitedEffect: AwaitedEffect;
  /** What was seen of a partner's use of its access, under the partner's id. */
  readonly partnerActivity: PartnerActivity;
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

export interface LatestPaste {
  readonly invitation: InvitationId;
}

export interface ReceivedInvitation {
  readonly invitation: InvitationId;
  /** Of the offer as it was submitted; tells whether the same id comes with other content. */
  readonly fingerprint: string;
}

export interface TenantContacts {
  readonly sent: readonly SentContacts[];
}

export interface ContactedProvider {
  readonly firstAt: Instant;
}
