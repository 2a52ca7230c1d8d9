import type { EffectKind } from '../../domain/invitations/invitation-status.ts';
import type { AttentionMark } from '../../domain/partners/attention.ts';
import type { LastingFunction } from '../../domain/partners/remaining-functions.ts';
import type { Format } from '../format.ts';
import { forms } from '../plural-forms.ts';

const days = forms('day', 'days');
const roles = forms('role', 'roles');
const partners = forms('partner', 'partners');

const marks: Record<Exclude<AttentionMark, 'notReviewed'>, string> = {
  classicAdministration: 'Classic DAP',
  globalAdministrator: 'Global Administrator',
  endsSoon: 'Ends within 30 days',
  extendsItself: 'Extends itself',
};

const asA: Record<LastingFunction, string> = {
  reseller: 'a reseller',
  partner: 'a partner with an account',
  mpsaPartner: 'an MPSA partner',
  oemPcPartner: 'an OEM PC partner',
  lineOfBusinessPartner: 'a line-of-business partner',
};

export const partner = {
  listTitle: 'Partners',
  textLabel: 'Name, domain or tenant id',
  textPlaceholder: 'For example: Fabrikam',
  functionLabel: 'Function',
  anyFunction: 'Any function',
  filters: 'Filters',
  onlyDelegated: 'Only with delegated permissions',
  search: 'Search',
  all: 'All partners',
  found: (format: Format, first: number, last: number, total: number) => {
    const all = `${format.number(total)} ${format.plural(total, partners)}`;
    const shown =
      first === 1 && last === total ? all : `${format.number(first)}–${format.number(last)} of ${all}`;
    return `${shown}, what deserves attention first`;
  },
  noneAtAll: 'Your organisation has no partner yet. One appears here once its invitation is authorized.',
  noneFound: 'No partner matches. Search for another name, or show all.',
  which: 'Which one do you mean?',
  unknownName: (said: string) => `You have no partner called “${said}”. These are the ones that you have.`,
  chooseToRemove: 'Tick those to take delegated permissions away from, or open one.',
  open: (name: string) => `Open ${name}`,
  claimedName: 'name not confirmed',
  select: (position: number) => `Select ${position}`,
  selected: (format: Format, count: number) =>
    `${format.number(count)} ${format.plural(count, partners)} selected`,
  previous: 'Previous',
  next: 'Next',
  remove: 'Remove delegated permissions',
  contact: 'Contact',
  back: 'Back to partners',
  noAccess: 'No delegated permissions',
  active: 'Delegated administration: active',
  awaiting: 'Delegated administration: awaiting Microsoft 365',
  classic: 'classic (DAP)',
  countedRoles: (format: Format, count: number) => `${format.number(count)} ${format.plural(count, roles)}`,
  countedPrivileged: (format: Format, count: number) => `${format.number(count)} privileged`,
  rolesNotKnown: 'roles not known',
  ended: (date: string) => `Delegated administration: ended on ${date}`,
  removed: (date: string) => `Delegated permissions: removed on ${date}`,
  removalAwaiting: 'Delegated permissions: removal awaiting Microsoft 365',
  since: (date: string) => `Since ${date}`,
  until: (format: Format, date: string, count: number) =>
    count <= 0
      ? `until today, ${date}`
      : `until ${date} (${format.number(count)} ${format.plural(count, days)} left)`,
  extendsOn: (format: Format, date: string, count: number) =>
    count <= 0
      ? `extends itself today, ${date}`
      : `extends itself on ${date} (${format.number(count)} ${format.plural(count, days)} left)`,
  noEnd: 'no end date',
  endNotKnown: 'end not known',
  marks,
  notReviewed: (format: Format, count: number) =>
    `Not reviewed for ${format.number(count)} ${format.plural(count, days)}`,
  attention: 'Deserves attention:',
  mayDo: 'What it may do',
  authorizedBy: (who: string, when: string) => `${who} authorized it on ${when}.`,
  account: 'Account that you gave it',
  saveAccount: 'Save the account',
  allowPurchases: 'Let it see other purchases',
  hidePurchases: 'Stop showing it other purchases',
  rolesLead: 'Roles it holds:',
  removedBy: (who: string, when: string) => `${who} removed its delegated permissions on ${when}.`,
  historyTitle: 'Latest',
  history: 'History',
  onlyRoles: (list: string) => `Only these roles can remove delegated permissions: ${list}.`,
  confirmTitle: (format: Format, count: number) =>
    count === 1
      ? 'Remove delegated permissions?'
      : `Remove the delegated permissions of ${format.number(count)} partners?`,
  confirmLead: 'This is what will be taken away:',
  otherRoles: (format: Format, count: number) =>
    `${format.number(count)} further ${format.plural(count, roles)}`,
  stays: (name: string, list: string) => `${name} can still work with you as ${list}.`,
  asA,
  staysAlone: (name: string) =>
    `${name} stays among your partners, without permissions, and can be invited again.`,
  nothingThere: 'has no delegated permissions; nothing happens to it.',
  doesNot:
    'This does not end the relationship, and it does not touch Azure role assignments or accounts that you gave it by hand. Check those yourself.',
  reason: 'Why? (optional)',
  removedTitle: 'Delegated permissions removed',
  someFailedTitle: 'Not every permission was removed',
  noneRemovedTitle: 'Nothing was removed',
  removalEffect: {
    inEffect: 'In effect.',
    recorded: 'Recorded here; nothing was done in Microsoft 365 yet.',
    awaiting: 'Awaiting Microsoft 365: they are not gone until they are removed in the admin center as well.',
    said: 'Done at Microsoft, as one of you says: nothing in Microsoft 365 shows it to this desk.',
    confirmed: 'Confirmed in Microsoft 365.',
  } satisfies Record<EffectKind, string>,
  openAdminCenter: 'Open the admin center',
  removedNotice: (who: string, partner: string) => `${who} removed the delegated permissions of ${partner}.`,
  savedNote: 'Saved.',
};
