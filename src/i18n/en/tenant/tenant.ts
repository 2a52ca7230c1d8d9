import type { TenantEvent } from '../../../domain/history/tenant-event.ts';
import type { TenantChange } from '../../../domain/tenant/tenant-alert.ts';
import type { Format } from '../../format.ts';
import type { HistoryWords } from '../../history-words.ts';
import { forms } from '../../plural-forms.ts';

const days = forms('day', 'days');
const organisations = forms('organisation', 'organisations');

/** What happened, of the partner named. */
const changed: Readonly<Record<TenantChange['kind'], (partner: string) => string>> = {
  accessGained: (partner) => `${partner} has access to your tenant, and nobody decided that here.`,
  accessReturned: (partner) => `${partner} has access to your tenant again, and nobody decided that here.`,
  accessGrown: (partner) => `${partner} has more roles in your tenant than were decided here.`,
  otherRolesApproved: (partner) =>
    `The invitation of ${partner} was approved with other roles than it had claimed.`,
  accessGone: (partner) => `${partner} has no access to your tenant any more, and nobody took it away here.`,
  trustChanged: (partner) => `What your tenant accepts from ${partner} at sign-in was changed.`,
  signInAfterSilence: (partner) => `${partner} signed in to your tenant for the first time in a long while.`,
};

export const tenant = {
  changed,
  listedTitle: 'Partner Desk reads your tenant now',
  listed: (format: Format, count: number) =>
    count === 0
      ? 'Microsoft 365 shows no partner with access to your tenant.'
      : `Microsoft 365 shows ${format.number(count)} ${format.plural(count, organisations)} with access to your tenant.`,
  listedPrivileged: (format: Format, count: number) =>
    `${format.number(count)} ${format.plural(count, forms('has', 'have'))} privileged roles`,
  listedUnknown: (format: Format, count: number) =>
    `${format.number(count)} ${format.plural(count, forms('was', 'were'))} let in without a decision made here`,
  listedSupport: 'Microsoft Support has access too, as it does while a ticket is open.',
  listedNext: 'Look through the list once. From now on you are told when it changes.',
  completedBy: (who: string, when: string, activity: string) => `${who}, ${when}: ${activity}`,
  foundThere: (format: Format, count: number) =>
    `${format.number(count)} ${format.plural(count, organisations)} with access`,
  decided: { authorization: 'Of an authorization', removal: 'Of a removal' },
  awaitedTitle: 'Still to be done in Microsoft 365',
  awaitedOver: 'No longer to be done in Microsoft 365',
  decidedOn: (when: string) => `Decided on ${when}.`,
  ago: (format: Format, when: string, count: number) =>
    `Decided on ${when}, ${format.number(count)} ${format.plural(count, days)} ago. Microsoft 365 does not show it yet.`,
  awaitedNotice: (partner: string) =>
    `What was decided about ${partner} is still to be done in Microsoft 365.`,
  openInvitation: 'Open invitation',
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
