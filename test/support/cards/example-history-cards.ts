import type { HistoryPage, ListedEntry } from '../../../src/application/history/list-history.ts';
import {
  auditEventKinds,
  type AuditEntry,
  type AuditEvent,
} from '../../../src/domain/history/audit-entry.ts';
import { invitationId, personId, providerId, reviewId } from '../../../src/domain/identifiers.ts';
import { microsoftCloudAgreement } from '../../../src/domain/invitations/cloud-agreement.ts';
import { solutionProviderFunctions } from '../../../src/domain/solution-provider-function.ts';
import { wholeHistory, type HistoryState } from '../../../src/teams/history/history-state.ts';
import { entriesPerPage, historyCard } from '../../../src/teams/history/history-view.ts';
import { monday } from '../examples/contact-examples.ts';
import { hostileText } from '../examples/hostile-text.ts';
import { exampleCard } from './example-card.ts';

const longName = `${hostileText} ${'Wide World Importers '.repeat(20)}`.slice(0, 256);
const partner = providerId('00000000-0000-4000-8000-000000000666');
const reason = `${hostileText} ${'y '.repeat(300)}`.slice(0, 500);
const aboutPartner = { partner, function: 'resellerAndDelegatedAdministrator' } as const;
const about = { ...aboutPartner, invitation: invitationId('01a20426-c285-770f-94dc-79256d31b92b') };
const nothing = { functions: [], delegatedAdmin: 'none', roles: [] } as const;
const everything = {
  functions: solutionProviderFunctions,
  delegatedAdmin: 'active',
  roles: Array.from({ length: 30 }, (_, number) => `role-${number}`),
} as const;

const chat = '19:5a1b2c3d4e5f60718293a4b5c6d7e8f9@thread.tacv2';

/** One event of each kind, with every field filled. */
export const exampleEvents: { readonly [Kind in AuditEvent['kind']]: Extract<AuditEvent, { kind: Kind }> } = {
  contactRequested: {
    kind: 'contactRequested',
    request: 'request-1',
    reference: 'PD-7F3K-9Q2M',
    providers: [partner, partner, partner, partner, partner],
  },
  contactGivenUp: {
    kind: 'contactGivenUp',
    request: 'request-1',
    reference: 'PD-7F3K-9Q2M',
    recipients: ['requester'],
  },
  invitationReceived: { kind: 'invitationReceived', ...about, origin: 'posted' },
  invitationClaimAdded: { kind: 'invitationClaimAdded', ...about },
  invitationAuthorized: {
    kind: 'invitationAuthorized',
    ...about,
    agreement: { ...microsoftCloudAgreement, acceptedAt: monday },
    settings: { kind: 'none' },
    effect: 'awaiting',
    before: nothing,
    after: everything,
  },
  invitationCancelled: { kind: 'invitationCancelled', ...about, reason },
  invitationWithdrawn: { kind: 'invitationWithdrawn', ...about },
  invitationLapsed: { kind: 'invitationLapsed', ...about },
  authorizationConfirmed: { kind: 'authorizationConfirmed', ...about },
  decisionRefused: { kind: 'decisionRefused', ...about, wanted: 'authorize', why: 'role' },
  delegatedAdminEnded: {
    kind: 'delegatedAdminEnded',
    partner,
    invitation: about.invitation,
    before: everything,
    after: { ...everything, delegatedAdmin: 'ended', roles: [] },
  },
  delegatedAdminRemoved: {
    kind: 'delegatedAdminRemoved',
    partner,
    effect: 'awaiting',
    reason,
    before: everything,
    after: { ...everything, delegatedAdmin: 'removed', roles: [] },
  },
  removalConfirmed: { kind: 'removalConfirmed', partner },
  partnerSettingsChanged: {
    kind: 'partnerSettingsChanged',
    ...aboutPartner,
    before: { kind: 'account' },
    after: { kind: 'account', userPrincipalName: `${'a'.repeat(300)}@contoso.example` },
  },
  partnerChangeRefused: {
    kind: 'partnerChangeRefused',
    partner,
    wanted: 'removeDelegatedAdmin',
    why: 'role',
  },
  unknownRefused: {
    kind: 'unknownRefused',
    about: 'invitation',
    id: hostileText,
    wanted: 'authorize',
    why: 'unknown',
  },
  reviewStarted: { kind: 'reviewStarted', review: reviewId('000012'), partners: 1234 },
  delegatedAdminKept: { kind: 'delegatedAdminKept', review: reviewId('000012'), partner, note: reason },
  reviewFinished: {
    kind: 'reviewFinished',
    review: reviewId('000012'),
    outcome: { kept: 1234, removed: 1234, skipped: 1234, ended: 1234 },
  },
  reviewRefused: {
    kind: 'reviewRefused',
    review: reviewId('000012'),
    wanted: 'finishReview',
    why: 'role',
  },
  chatSubscribed: { kind: 'chatSubscribed', chat },
  chatUnsubscribed: { kind: 'chatUnsubscribed', chat },
  chatLeft: { kind: 'chatLeft', chat },
  subscriptionRefused: { kind: 'subscriptionRefused', chat, wanted: 'notifyHere', why: 'role' },
  tenantFirstRead: { kind: 'tenantFirstRead', seen: 1234 },
  tenantAlertRaised: {
    kind: 'tenantAlertRaised',
    partner,
    alert: 'alert-1',
    change: 'accessGained',
    roles: everything.roles,
  },
  tenantAlertExpected: {
    kind: 'tenantAlertExpected',
    partner,
    alert: 'alert-1',
    change: 'accessGrown',
    note: reason,
  },
  doneAtMicrosoft: {
    kind: 'doneAtMicrosoft',
    partner,
    decided: 'authorization',
    invitation: about.invitation,
  },
  completionAudited: {
    kind: 'completionAudited',
    partner,
    decided: 'authorization',
    invitation: about.invitation,
    completedBy: longName,
    activity: hostileText,
    completedAt: monday,
    correlationId: '00000000-0000-4000-8000-000000000777',
  },
  tenantChangeRefused: { kind: 'tenantChangeRefused', partner, wanted: 'sayDone', why: 'role' },
  historyExported: { kind: 'historyExported', format: 'csv', entries: 1_234_567 },
  historyExportFailed: { kind: 'historyExportFailed', format: 'jsonl', entries: 1_234_567 },
};

const bys: readonly AuditEntry['by'][] = [
  { person: personId('adele'), name: longName },
  'desk',
  'intake',
  { person: personId('adele'), name: '' },
];
const listed = auditEventKinds.map((kind, index): ListedEntry => {
  const event = exampleEvents[kind];
  const named = { id: partner, idIsGuess: false, name: { value: longName, claimed: true } };
  const partners =
    kind === 'contactGivenUp' ? [] : Array.from({ length: kind === 'contactRequested' ? 5 : 1 }, () => named);
  return { entry: { at: monday, by: bys[index % bys.length] ?? 'desk', event }, partners };
});

const narrowed: HistoryState = {
  partner: hostileText,
  person: hostileText,
  kind: 'invitationAuthorized',
  days: '90',
  after: '123456',
};

/** Pages with every kind of event, and empty or short ones. */
export const exampleHistoryCards = [
  ...Array.from({ length: Math.ceil(listed.length / entriesPerPage) }, (_, index) =>
    example(`page ${index + 1}`, narrowed, {
      items: listed.slice(index * entriesPerPage, (index + 1) * entriesPerPage),
      next: '1234567',
    }),
  ),
  example('nothing yet', wholeHistory, { items: [] }),
  example('nothing found', narrowed, { items: [] }),
  example('nothing found so far', narrowed, { items: [], next: '1', lookedBackTo: monday }),
  example('some found so far', narrowed, { items: listed.slice(0, 1), next: '1', lookedBackTo: monday }),
];

function example(state: string, shown: HistoryState, page: HistoryPage) {
  const head = { count: 1_234_567, hash: 'ttRMpK-aT2monV3eCdPVETuPp0MWoM_WtnKfDrkPVFg' };
  return exampleCard(historyCard, state, (messages) =>
    historyCard(messages, page, shown, {
      head: page.items.length === 0 ? { count: 0, hash: '' } : head,
      notice: page.items.length === 1 ? messages.history.exportBegun : undefined,
    }),
  );
}
