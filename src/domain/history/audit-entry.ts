import { providerId, type ProviderId } from '../identifiers.ts';
import type { Instant } from '../instant.ts';
import { decisionEvents, decisionsWanted } from '../invitations/invitation-status.ts';
import type { NamedPerson } from '../named-person.ts';
import type { ExportFormat } from './export-format.ts';
import type { InvitationEvent } from './invitation-event.ts';
import { partnerChangesWanted, type PartnerEvent } from './partner-event.ts';
import type { ReviewEvent } from './review-event.ts';
import type { SubscriptionEvent } from './subscription-event.ts';
import { tenantChangesWanted, type TenantEvent } from './tenant-event.ts';

/** What an audit entry records. Subjects are named by id, so that the entry stays valid when names change. */
export type AuditEvent =
  | {
      readonly kind: 'contactRequested';
      readonly request: string;
      readonly reference: string;
      readonly providers: readonly string[];
    }
  | {
      readonly kind: 'contactGivenUp';
      readonly request: string;
      readonly reference: string;
      readonly recipients: readonly string[];
    }
  | InvitationEvent
  | PartnerEvent
  | UnknownRefused
  | ReviewEvent
  | SubscriptionEvent
  | TenantEvent
  | HistoryEvent;

/** Actors that are not persons: the desk itself, and submitters to the intake. */
export const impersonalActors = ['desk', 'intake'] as const;

/** The mailbox that the desk reads, for what came as a mail to it. */
export interface MailboxActor {
  readonly mailbox: string;
}

/** One entry of a tenant's history; committed together with the change it records, and immutable. */
export interface AuditEntry {
  readonly at: Instant;
  /** The person, or `desk` for the desk's own actions, or `intake` for submissions, or the mailbox that was written to. */
  readonly by: NamedPerson | (typeof impersonalActors)[number] | MailboxActor;
  readonly event: AuditEvent;
}

/** Audit events of the history itself. */
export type HistoryEvent =
  /** A person accepted an export. Recorded before the upload, so that no file leaves unrecorded. */
  | { readonly kind: 'historyExported'; readonly format: ExportFormat; readonly entries: number }
  /** The upload failed, perhaps halfway. */
  | { readonly kind: 'historyExportFailed'; readonly format: ExportFormat; readonly entries: number };

/** Subjects that may be unknown to the tenant, changes that may be attempted on them, and reasons for refusal. */
export const unknownSubjects = ['invitation', 'partner', 'alert'] as const;
export const changesWanted = [...decisionsWanted, ...partnerChangesWanted, ...tenantChangesWanted] as const;
export const unknownRefusals = ['unknown'] as const;

type DecisionRefused = Extract<InvitationEvent, { readonly kind: 'decisionRefused' }>;
type ChangeRefused = Extract<PartnerEvent, { readonly kind: 'partnerChangeRefused' }>;

/**
 * A person attempted to decide on or change something that their tenant does not have: another tenant's, or invented.
 * Reveals no more than they sent themselves.
 */
export interface UnknownRefused {
  readonly kind: 'unknownRefused';
  readonly about: (typeof unknownSubjects)[number];
  /** As it was sent. */
  readonly id: string;
  readonly wanted: (typeof changesWanted)[number];
  readonly why: (typeof unknownRefusals)[number];
}

type ReviewRefused = Extract<ReviewEvent, { readonly kind: 'reviewRefused' }>;
type SubscriptionRefused = Extract<SubscriptionEvent, { readonly kind: 'subscriptionRefused' }>;
type TenantChangeRefused = Extract<TenantEvent, { readonly kind: 'tenantChangeRefused' }>;

/** An attempt that was refused. */
export type RefusalEvent =
  | DecisionRefused
  | ChangeRefused
  | ReviewRefused
  | SubscriptionRefused
  | TenantChangeRefused
  | UnknownRefused;

type Kind = AuditEvent['kind'];

const kinds: Readonly<Record<Kind, unknown>> = {
  contactRequested: true,
  contactGivenUp: true,
  invitationReceived: true,
  invitationClaimAdded: true,
  ...decisionEvents,
  authorizationConfirmed: true,
  decisionRefused: true,
  delegatedAdminRemoved: true,
  delegatedAdminEnded: true,
  removalConfirmed: true,
  partnerSettingsChanged: true,
  partnerChangeRefused: true,
  unknownRefused: true,
  reviewStarted: true,
  delegatedAdminKept: true,
  reviewFinished: true,
  reviewRefused: true,
  chatSubscribed: true,
  chatUnsubscribed: true,
  chatLeft: true,
  subscriptionRefused: true,
  tenantFirstRead: true,
  tenantAlertRaised: true,
  tenantAlertExpected: true,
  doneAtMicrosoft: true,
  completionAudited: true,
  tenantChangeRefused: true,
  historyExported: true,
  historyExportFailed: true,
};

/** Every kind of event that a history can hold. */
export const auditEventKinds = Object.keys(kinds) as readonly Kind[];

/** The partners that an event concerns. */
export function partnersOfEvent(event: AuditEvent): readonly ProviderId[] {
  if ('partner' in event) return [event.partner];
  const ids = contacted(event);
  // The requester's own copy has no provider.
  return ids.filter((id) => id !== 'requester').map(providerId);
}

function contacted(event: AuditEvent): readonly string[] {
  if ('providers' in event) return event.providers;
  return 'recipients' in event ? event.recipients : [];
}
