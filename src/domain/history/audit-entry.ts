import { providerId, type ProviderId } from '../identifiers.ts';
import type { Instant } from '../instant.ts';
import type { NamedPerson } from '../named-person.ts';
import type { ExportFormat } from './export-format.ts';
import { decisionsWanted, type InvitationEvent } from './invitation-event.ts';
import { partnerChangesWanted, type PartnerEvent } from './partner-event.ts';
import type { ReviewEvent } from './review-event.ts';

/** What happened, for the record. Each kind names what it is about by ids, so that the entry stays true when names change. */
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
  | HistoryEvent;

/** Who does something without being a person: the desk by itself, and whoever posts to it. */
export const impersonalActors = ['desk', 'intake'] as const;

/** One line of a tenant's history; written together with what it records, never changed. */
export interface AuditEntry {
  readonly at: Instant;
  /** Who did it; `desk` for what the desk does by itself, `intake` for what was posted to it. */
  readonly by: NamedPerson | (typeof impersonalActors)[number];
  readonly event: AuditEvent;
}

/** What happened to the history itself, for the record. */
export type HistoryEvent =
  /** Somebody let a file with so many entries be handed over. Recorded before it is, so that none leaves unrecorded. */
  | { readonly kind: 'historyExported'; readonly format: ExportFormat; readonly entries: number }
  /** The file could not be handed over, or not whole. */
  | { readonly kind: 'historyExportFailed'; readonly format: ExportFormat; readonly entries: number };

/** What a person may name that their tenant does not have, what they may want of it, and why it is refused. */
export const unknownSubjects = ['invitation', 'partner'] as const;
export const changesWanted = [...decisionsWanted, ...partnerChangesWanted] as const;
export const unknownRefusals = ['unknown'] as const;

type DecisionRefused = Extract<InvitationEvent, { readonly kind: 'decisionRefused' }>;
type ChangeRefused = Extract<PartnerEvent, { readonly kind: 'partnerChangeRefused' }>;

/**
 * Somebody wanted to decide about, or to change, what their tenant does not have: another tenant's, or made up. Says no more
 * than what they sent themselves.
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

/** What a person wanted and did not get. */
export type RefusalEvent = DecisionRefused | ChangeRefused | ReviewRefused | UnknownRefused;

type Kind = AuditEvent['kind'];

const kinds: Readonly<Record<Kind, true>> = {
  contactRequested: true,
  contactGivenUp: true,
  invitationReceived: true,
  invitationAuthorized: true,
  invitationCancelled: true,
  invitationWithdrawn: true,
  invitationLapsed: true,
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
  historyExported: true,
  historyExportFailed: true,
};

/** Every kind of event that a history can hold. */
export const auditEventKinds = Object.keys(kinds) as readonly Kind[];

/** Whom an event is about. */
export function partnersOfEvent(event: AuditEvent): readonly ProviderId[] {
  if ('partner' in event) return [event.partner];
  const ids = contacted(event);
  // The copy that the person who asked is sent has no provider.
  return ids.filter((id) => id !== 'requester').map(providerId);
}

function contacted(event: AuditEvent): readonly string[] {
  if ('providers' in event) return event.providers;
  return 'recipients' in event ? event.recipients : [];
}
