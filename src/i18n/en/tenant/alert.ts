import type { TenantChange } from '../../../domain/tenant/tenant-alert.ts';
import type { Format } from '../../format.ts';
import { forms } from '../../plural-forms.ts';

type PerKind<Text> = Readonly<Record<TenantChange['kind'], Text>>;

/** In a list. */
const kinds: PerKind<string> = {
  accessGained: 'Gained access',
  accessReturned: 'Has access again',
  accessGrown: 'Has more roles',
  otherRolesApproved: 'Approved with other roles',
  signInAfterSilence: 'Signed in after a long silence',
  trustChanged: 'Trust at sign-in changed',
  accessGone: 'Has no access any more',
};

const next: PerKind<string> = {
  accessGained:
    'If you know of it, press Expected and say why. If not, remove its permissions, and find out who let it in.',
  accessReturned:
    'Somebody let it in again at Microsoft. If that was agreed, press Expected. If not, remove its permissions, and find out who let it in.',
  accessGrown:
    'If that was agreed, press Expected. If not, remove its permissions, and ask the partner for an invitation with the roles that it needs.',
  otherRolesApproved:
    'If that was agreed, press Expected. If not, remove its permissions, and ask the partner for an invitation with the roles that it needs.',
  signInAfterSilence:
    'Ask the partner, through a contact that you know, what it is working on. If it needs its access no longer, remove its permissions: access that nobody uses is what attackers look for.',
  trustChanged:
    'Ask who changed the cross-tenant access settings. If that was agreed, press Expected. If not, change it back in Microsoft Entra.',
  accessGone:
    'Nothing is left to take away. If you still need this partner, ask it for a new invitation. If its work is over, press Expected.',
};

/** Alerts: what changed in the tenant that nobody decided here. */
export const alert = {
  kinds,
  next,
  globalAdministrator:
    'Includes Global Administrator: full control of your tenant, every account and all data.',
  privileged: (names: string) => `Privileged: ${names}.`,
  ordinary: 'None of these roles is privileged.',
  fewer: 'It got fewer roles than the invitation claimed.',
  noRoles: 'No administrator role was seen with it.',
  rolesNotKnown: 'Which roles it has could not be read. Take it for powerful until you have looked.',
  rolesNotRead: 'Roles not known',
  gone: 'It can administer nothing in your tenant any more.',
  silence: (signedInAt: string, since: string) =>
    `It signed in on ${signedInAt}. Before that, no sign-in was seen since ${since}.`,
  trusts: {
    acceptsMfa: 'Accepted now without being asked again: a second factor that its people used at home',
    acceptsCompliantDevice: 'Accepted now: devices that its own tenant calls compliant',
    acceptsHybridJoinedDevice: 'Accepted now: devices that are joined to its own tenant',
  },
  trustsNoMore: {
    acceptsMfa: 'Accepted no longer: a second factor that its people used at home. They are asked again',
    acceptsCompliantDevice: 'Accepted no longer: devices that its own tenant calls compliant',
    acceptsHybridJoinedDevice: 'Accepted no longer: devices that are joined to its own tenant',
  },
  moreTrust: 'Your tenant now relies on what that tenant says of its own people and devices.',
  lessTrust: 'Your tenant relies less than before on what that tenant says of its people and devices.',
  rolesLead: 'Roles:',
  moreLead: 'Roles that it has more:',
  moreThanClaimed: 'Roles beyond those of the invitation:',
  missingLead: (names: string) => `Roles of the invitation that were not approved: ${names}`,
  hadLead: 'Roles that it had:',
  furtherRoles: (format: Format, count: number, names: string) =>
    `${format.number(count)} further ${format.plural(count, forms('role', 'roles'))}: ${names}`,
  onRecord: 'as this desk has it on record',
  selfNamed: 'as its own tenant calls itself, which proves nothing',
  seenAt: (when: string) => `First seen on ${when}.`,
  expectedTitle: 'Expected',
  expectedNote: 'Why was it expected? (optional)',
  sayExpected: 'It was expected',
  wasExpected: (who: string, when: string) => `${who} said on ${when} that this was expected.`,
  expectedNotice: (who: string, partner: string) =>
    `${who} said that the change about ${partner} was expected.`,
  onlyRoles: (list: string) => `Only these roles can answer: ${list}. Yours cannot; ask one of them.`,
  openPartner: 'Open partner',
  openEntra: 'Open Microsoft Entra',
  all: 'All changes',
  listTitle: 'Changes in Microsoft 365',
  listLead: 'Nobody decided these here, and nobody has called them expected yet.',
  none: 'No change waits for an answer. Whatever changes in Microsoft 365 without a decision made here is listed here, and told to everyone who is told of invitations.',
  notRead:
    'This desk does not read Microsoft 365, so it sees no changes there. Whoever runs it can switch that on (PARTNER_AUTHORITY).',
  many: (format: Format, count: number) =>
    `${format.number(count)} changes in your tenant that nobody decided here`,
  manyLead: 'They were seen at once. The most severe come first; open each to answer it.',
  andMore: (format: Format, count: number) => `and ${format.number(count)} more`,
  open: (partner: string) => `Open ${partner}`,
};
