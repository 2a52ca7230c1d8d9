import type { AuditEvent } from '../../domain/history/audit-entry.ts';
import type { RelationshipSummary } from '../../domain/partners/relationship-summary.ts';
import type { Format } from '../format.ts';
import type { HistoryWords } from '../history-words.ts';
import { forms } from '../plural-forms.ts';
import { decisionEvents, decisionsWanted } from './decision.ts';
import { tenantEvents } from './tenant/tenant.ts';

const entries = forms('entry', 'entries');
const roles = forms('role', 'roles');

const words: HistoryWords = {
  contactRequested: {
    kind: 'Contact requested',
    what: ({ partner, reference }) => `Contact request ${reference} sent to ${partner}`,
  },
  contactGivenUp: {
    kind: 'Contact request not delivered',
    what: ({ partner, reference }) => `Contact request ${reference} could not be delivered to ${partner}`,
  },
  invitationReceived: {
    kind: 'Invitation received',
    what: ({ partner, asA }) => `Invitation received from ${partner}: ${asA}`,
  },
  invitationClaimAdded: {
    kind: 'More claimed about an invitation',
    what: ({ partner, asA }) => `More claimed about the invitation of ${partner}: ${asA}`,
  },
  ...decisionEvents,
  authorizationConfirmed: {
    kind: 'Authorization confirmed by Microsoft 365',
    what: ({ partner, asA }) => `Microsoft 365 shows the authorization of ${partner}: ${asA}`,
  },
  decisionRefused: {
    kind: 'Decision refused',
    what: ({ partner, asA }) => `Decision about the invitation of ${partner} refused: ${asA}`,
  },
  delegatedAdminRemoved: {
    kind: 'Delegated permissions removed',
    what: ({ partner }) => `Delegated permissions of ${partner} removed`,
  },
  delegatedAdminEnded: {
    kind: 'Delegated administration ended',
    what: ({ partner }) => `Delegated administration of ${partner} ended`,
  },
  removalConfirmed: {
    kind: 'Removal confirmed by Microsoft 365',
    what: ({ partner }) => `Microsoft 365 shows no delegated permissions of ${partner} any more`,
  },
  partnerSettingsChanged: {
    kind: 'Partner settings changed',
    what: ({ partner, asA }) => `Settings of ${partner} changed: ${asA}`,
  },
  partnerChangeRefused: {
    kind: 'Change to a partner refused',
    what: ({ partner }) => `Change to ${partner} refused`,
  },
  unknownRefused: {
    kind: 'Unknown id refused',
    what: ({ reference }) => `Refused, as your organisation has nothing under this id: ${reference}`,
  },
  reviewStarted: {
    kind: 'Review of partners started',
    what: () => 'Review of partners started',
  },
  delegatedAdminKept: {
    kind: 'Delegated permissions kept',
    what: ({ partner }) => `Delegated permissions of ${partner} reviewed and kept`,
  },
  reviewFinished: {
    kind: 'Review of partners finished',
    what: () => 'Review of partners finished',
  },
  reviewRefused: {
    kind: 'Part in a review refused',
    what: () => 'Part in the review of partners refused',
  },
  chatSubscribed: {
    kind: 'Notifications turned on',
    what: ({ reference }) => `Notifications turned on in a channel or group chat: ${reference}`,
  },
  chatUnsubscribed: {
    kind: 'Notifications turned off',
    what: ({ reference }) => `Notifications turned off in a channel or group chat: ${reference}`,
  },
  chatLeft: {
    kind: 'Partner Desk taken out of a chat',
    what: ({ reference }) =>
      `Partner Desk taken out of a channel or group chat that was notified of invitations: ${reference}`,
  },
  subscriptionRefused: {
    kind: 'Change of notifications refused',
    what: ({ reference }) => `Change of notifications refused in a channel or group chat: ${reference}`,
  },
  ...tenantEvents,
  historyExported: { kind: 'History exported', what: () => 'History exported' },
  historyExportFailed: {
    kind: 'Export of the history failed',
    what: () => 'Export of the history failed: the file did not arrive',
  },
};

const wanted: Record<Extract<AuditEvent, { readonly wanted: string }>['wanted'], string> = {
  ...decisionsWanted,
  removeDelegatedAdmin: 'Wanted to remove its delegated permissions',
  changeSettings: 'Wanted to change its settings',
  keepDelegatedAdmin: 'Wanted to keep its delegated permissions',
  startReview: 'Wanted to start it',
  skipPartner: 'Wanted to skip a partner',
  finishReview: 'Wanted to finish it',
  notifyHere: 'Wanted to turn them on',
  stopNotifying: 'Wanted to turn them off',
  sayExpected: 'Wanted to call a change expected',
  sayDone: 'Wanted to call it done at Microsoft',
};

const why: Record<Extract<AuditEvent, { readonly why: string }>['why'], string> = {
  role: 'without a role that may',
  lapsed: 'after it had lapsed',
  unknown: 'by an id that is not one of yours',
};

const administration: Record<RelationshipSummary['delegatedAdmin'], string> = {
  none: 'no delegated permissions',
  active: 'delegated permissions',
  ended: 'delegated permissions ended',
  removed: 'delegated permissions removed',
};

export const history = {
  title: 'History',
  filters: 'Filters',
  search: 'Search',
  all: 'Whole history',
  partner: 'Partner or provider',
  partnerPlaceholder: 'For example: Fabrikam',
  person: 'Person',
  personPlaceholder: 'For example: Adele',
  kind: 'What happened',
  anyKind: 'Anything',
  period: 'Period',
  anyPeriod: 'At any time',
  lastDays: (format: Format, count: number) => `Last ${format.number(count)} days`,
  export: 'Export',
  exportWhole: 'The whole history as a file, kept in your OneDrive:',
  exportNarrowed: 'Everything that these filters find as a file, kept in your OneDrive:',
  formats: {
    'excel-en': 'Excel in English',
    'excel-fr': 'Excel in French',
    csv: 'Plain CSV',
    jsonl: 'JSON Lines',
  },
  exportBegun: 'Your file is being prepared. It will be offered below in a moment.',
  exportDescription: (format: Format, file: string, count: number) =>
    `What Partner Desk has on record: ${format.number(count)} ${format.plural(count, entries)}. ${file}.`,
  exportDeclinedTitle: 'Not exported',
  exportDeclined:
    'All right: no file was made. Say “export history for Excel” or “export history as plain CSV” whenever you want one.',
  exported: (format: Format, file: string, count: number) =>
    `${file}, ${format.number(count)} ${format.plural(count, entries)}`,
  older: 'Older',
  newest: 'Newest',
  none: 'Nothing has happened yet.',
  noneFound: 'Nothing further back matches.',
  notYetFound: (date: string) => `Nothing that matches back to ${date}. Press Older to look further back.`,
  lookedBackTo: (date: string) => `Looked at everything back to ${date}.`,
  desk: 'Partner Desk',
  intake: 'Mail flow (intake)',
  mailbox: (address: string) => `The mailbox ${address}`,
  requester: 'the person who asked',
  words,
  before: (state: string) => `Before: ${state}`,
  after: (state: string) => `After: ${state}`,
  noFunction: 'no function',
  notSet: 'not set',
  administration,
  unrecognised: (words: string) => `not recognised: “${words}”`,
  roles: (format: Format, count: number) => `${format.number(count)} ${format.plural(count, roles)}`,
  refused: (what: string, because: string) => `${what} ${because}.`,
  wanted,
  why,
  chainHead: (format: Format, count: number, hash: string) =>
    `${format.number(count)} ${format.plural(count, entries)}. Seal of the newest: ${hash}`,
};
