import type { TenantEvent } from '../../domain/history/tenant-event.ts';
import type { TenantChange } from '../../domain/tenant/tenant-alert.ts';
import type { Format } from '../format.ts';
import type { HistoryWords } from '../history-words.ts';
import { forms } from '../plural-forms.ts';

const days = forms('day', 'days');
const organisations = forms('organisation', 'organisations');
const changes = forms('change', 'changes');

/** What happened, of the partner named. */
const changed: Readonly<Record<TenantChange['kind'], (partner: string) => string>> = {
  accessGained: (partner) => `${partner} has access to your tenant, and nobody decided that here.`,
  accessReturned: (partner) => `${partner} has access to your tenant again, and nobody decided that here.`,
  accessGrown: (partner) => `${partner} has more roles in your tenant than were decided here.`,
  otherRolesApproved: (partner) =>
    `The invitation of ${partner} was approved with other roles than it had claimed.`,
  accessGone: (partner) => `${partner} has no access to your tenant any more, and nobody removed it here.`,
  trustChanged: (partner) => `What your tenant accepts from ${partner} at sign-in was changed.`,
  signInAfterSilence: (partner) => `${partner} signed in to your tenant for the first time in a long while.`,
};

export const tenant = {
  alertTitle: 'A change in your tenant that nobody decided here',
  alertsTitle: 'Changes in your tenant that nobody decided here',
  changed,
  counted: (format: Format, count: number) =>
    `Microsoft 365 shows ${format.number(count)} ${format.plural(count, changes)} at once. Type “partners” to see who has access.`,
  listedTitle: 'Partner Desk reads your tenant now',
  listed: (format: Format, count: number) =>
    `Microsoft 365 shows ${format.number(count)} ${format.plural(count, organisations)} with access to your tenant. Type “partners” to see them. From now on you are told when that changes.`,
  completedBy: (who: string, when: string, activity: string) => `${who}, ${when}: ${activity}`,
  awaitedTitle: 'Still to be done in Microsoft 365',
  awaitedAuthorization: (format: Format, partner: string, count: number) =>
    `The invitation of ${partner} was authorized here ${format.number(count)} ${format.plural(count, days)} ago, and Microsoft 365 does not show it yet.`,
  awaitedRemoval: (format: Format, partner: string, count: number) =>
    `The delegated permissions of ${partner} were removed here ${format.number(count)} ${format.plural(count, days)} ago, and Microsoft 365 still shows them.`,
};

/** The words of the history for what the tenant shows. */
export const tenantEvents: Pick<HistoryWords, TenantEvent['kind']> = {
  tenantFirstRead: {
    kind: 'Tenant read for the first time',
    what: () => 'Tenant read for the first time',
  },
  tenantAlertRaised: {
    kind: 'Change in the tenant noticed',
    what: ({ partner }) => `Change in the tenant noticed that nobody decided here: ${partner}`,
  },
  tenantAlertExpected: {
    kind: 'Change in the tenant expected',
    what: ({ partner }) => `Change in the tenant said to be expected: ${partner}`,
  },
  doneAtMicrosoft: {
    kind: 'Said to be done at Microsoft',
    what: ({ partner }) => `Said to be done at Microsoft, not shown by Microsoft 365: ${partner}`,
  },
  completionAudited: {
    kind: 'Found in the audit log of Microsoft 365',
    what: ({ partner }) => `The audit log of Microsoft 365 shows who completed it: ${partner}`,
  },
  tenantChangeRefused: {
    kind: 'Word about the tenant refused',
    what: ({ partner }) => `Word about the access of ${partner} refused`,
  },
};
