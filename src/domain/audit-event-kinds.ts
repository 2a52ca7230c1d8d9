import type { AuditEvent } from './history/audit-entry.ts';

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
