import type { Untold } from '../../domain/tenant/join-partners.ts';
import type { Standing } from '../../domain/tenant/standing.ts';
import type { ReadFailure, TenantPart } from '../../domain/tenant/tenant-reads.ts';
import type { Format } from '../format.ts';
import { forms } from '../plural-forms.ts';

const days = forms('day', 'days');
const roles = forms('role', 'roles');

const words: Record<Exclude<Standing, 'removed'>, string> = {
  unknown: 'Unknown to this desk',
  returned: 'Has access in spite of its removal',
  more: 'More than was decided',
  gone: 'Gone from Microsoft 365',
  awaiting: 'Awaiting Microsoft 365',
  awaitingRemoval: 'Removal: awaiting Microsoft 365',
  confirmed: 'Confirmed in Microsoft 365',
  notShown: 'Microsoft 365 cannot show it',
  notRead: 'Not read in Microsoft 365 yet',
  resellerOnly: 'Reseller, known from subscriptions only',
  support: 'Microsoft Support',
};

const meaning: Record<Exclude<Standing, 'removed'>, string> = {
  unknown: 'It has access to your tenant, and nobody decided that here. If nobody expects it, remove it.',
  returned: 'Its removal was decided here, and Microsoft 365 shows it with permissions again, or still.',
  more: 'It has roles that were not decided here. If nobody expects them, remove them.',
  gone: 'What was decided here is not in Microsoft 365 any more, and nobody removed it here.',
  awaiting: 'Decided here, and not seen in Microsoft 365 yet. It is completed in the admin center.',
  awaitingRemoval:
    'Its removal was decided here and is completed in the admin center. Until that is seen, take it that it has access.',
  confirmed: 'Microsoft 365 shows what was decided here.',
  notShown: 'Decided here. Nothing in Microsoft 365 shows this desk whether it was done.',
  notRead: 'Decided here. What would show it in Microsoft 365 could not be read so far.',
  resellerOnly: 'It sold subscriptions that you have. No permissions of it were seen.',
  support:
    'Microsoft’s own support, which has access while a ticket is open. If nobody opened one, ask Microsoft.',
};

const untold: Record<Untold, string> = {
  classicAdministration:
    'Whether it has classic administration (DAP), which includes every role: look in the admin center.',
  groupMembers: 'Who of its people holds these roles: only the partner can say.',
  endDates: 'Until when: look in the admin center.',
  azureRoles:
    'Its roles in Azure, which stay when delegated permissions go: look at Access control (IAM) of each subscription.',
};

const parts: Record<TenantPart, string> = {
  providers: 'who is a service provider',
  roles: 'the roles that partners hold',
  allowedRoles: 'the roles that partners may be given',
  subscriptions: 'who sold your subscriptions',
  audits: 'what partners changed',
  signIns: 'when partners signed in',
};

const why: Record<ReadFailure, (permission: string) => string> = {
  refused: (permission) => `permission ${permission} is missing`,
  unlicensed: () => 'your tenant has no licence for it (Microsoft Entra ID P1 or P2)',
  // A partner without such a list and a cloud without them look the same.
  unsupported: () => 'Microsoft 365 does not show it here',
  unavailable: () => 'Microsoft 365 did not answer',
};

function after(because: string | undefined): string {
  return because === undefined ? '' : `: ${because}`;
}

/** What Microsoft 365 shows of partners, beside what was decided here. */
export const standing = {
  words,
  meaning,
  removed: {
    confirmed: 'Removal confirmed in Microsoft 365',
    said: 'Removal done, as one of you says',
    decided: 'Removal decided here',
  },
  goneUndecided: 'It had access that nobody decided here. Microsoft 365 does not show it any more.',
  removal: {
    awaiting: 'Removal: awaiting Microsoft 365',
    confirmed: 'Removal confirmed in Microsoft 365',
    toDo: (roles: string) =>
      `To be done in the admin center by somebody who has one of these roles: ${roles}. Open Partner relationships, choose this partner and remove its roles. Until Microsoft 365 shows that, take it that it has access.`,
    confirmedOn: (when: string) => `Confirmed in Microsoft 365 on ${when}.`,
    notice: (partner: string) => `Microsoft 365 shows no delegated permissions of ${partner} any more.`,
  },
  noneSeen: 'Microsoft 365 shows no permissions of it.',
  noneSeenYet: 'No permissions of it were seen.',
  perhapsUnknown:
    'It has access to your tenant. An invitation that was decided here may be from it, but its link did not say so for sure.',
  decidedRoles: (format: Format, count: number) =>
    `${format.number(count)} ${format.plural(count, roles)} decided`,
  rolesNotRead: 'its roles could not be read',
  ownName: 'as it calls itself; nothing confirms it',
  ownNameShort: 'as it calls itself',
  confirmedAt: (when: string) => `Confirmed on ${when}.`,
  completedBy: (who: string, when: string) =>
    `The audit log of Microsoft 365 says who completed it: ${who}, ${when}.`,
  firstSeen: (date: string) => `First seen ${date}`,
  lastSeen: (when: string) => `last seen on ${when}`,
  inTenant: 'In Microsoft 365',
  rolesHeld: 'Roles it holds:',
  rolesStillHeld: 'Roles it still holds:',
  rolesAllowed: 'Roles it may be given:',
  heldBeyond: 'Roles it holds that were not decided here:',
  allowedBeyond: 'Roles it may be given that were not decided here:',
  rolesMissing: 'Decided here, but not seen:',
  noRolesHeld: 'It holds no role over the whole directory.',
  heldNotKnown: (because?: string) => `Which roles it holds could not be read${after(because)}.`,
  allowedNotKnown: (because?: string) => `Which roles it may be given could not be read${after(because)}.`,
  trusts: (list: string) => `At sign-in your tenant accepts from the tenant of this partner: ${list}.`,
  trustsNothing: 'At sign-in your tenant accepts nothing from the tenant of this partner.',
  trusted: {
    acceptsMfa: 'multifactor authentication (MFA)',
    acceptsCompliantDevice: 'compliant devices',
    acceptsHybridJoinedDevice: 'hybrid joined devices',
  },
  sells: 'It sold subscriptions that you have.',
  sellsNone: 'It sold none of the subscriptions that you have.',
  sellsNotKnown: (because?: string) =>
    `Whether it sold subscriptions that you have could not be read${after(because)}.`,
  untoldTitle: 'What Microsoft 365 does not tell this desk',
  untold,
  openAzure: 'Open the Azure portal',
  readAt: (when: string) => `Microsoft 365 as read on ${when}.`,
  neverRead: 'Microsoft 365 was never read whole so far: partners and roles may be missing here.',
  lastWhole: (when: string) =>
    `Microsoft 365 was last read whole on ${when}. What changed since may be missing here.`,
  old: (format: Format, count: number) =>
    `Not read for ${format.number(count)} ${format.plural(count, days)}.`,
  notRead: (list: string) => `Not read: ${list}.`,
  part: (part: string, because: string) => `${part} (${because})`,
  parts,
  why,
};
