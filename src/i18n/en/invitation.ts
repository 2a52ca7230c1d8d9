import type { SuspicionReason } from '../../domain/invitations/link/suspicion.ts';
import type { SolutionProviderFunction } from '../../domain/solution-provider-function.ts';
import type { Format } from '../format.ts';
import { forms } from '../plural-forms.ts';

const days = forms('day', 'days');

const powers: Record<SolutionProviderFunction, string> = {
  reseller: 'It may sell Microsoft products to your organisation.',
  delegatedAdministrator:
    'It may manage your products and services: create users, assign and manage licences, reset passwords.',
  resellerAndDelegatedAdministrator:
    'It may sell Microsoft products to your organisation, and manage your products and services: create users, assign and manage licences, reset passwords.',
  partner: 'It may work on your behalf with a user account that you give it.',
  mpsaPartner: 'It may see what you bought through your other MPSA partners, if you allow it.',
  oemPcPartner: 'It may upload device IDs of PCs that you manage with Autopilot.',
  lineOfBusinessPartner: 'It may develop, submit and manage line-of-business apps for your organisation.',
};

const suspicions: Record<SuspicionReason, string> = {
  disguised: 'The text of the link names one address, but it opens another:',
  userInfo: 'A name and an @ stand before the real host, to make it look like another site:',
  lookAlikeLetters: 'The host is written with letters that only look like those of a Microsoft site:',
  lookAlikeHost: 'The host imitates a Microsoft site, and is not one:',
  lookAlikeFilter: 'The host imitates a mail filter, and is not one:',
  wrapped: 'The link hides its real address behind another site:',
  otherHost: 'No Microsoft invitation comes from this site:',
  port: 'The address names a port, which no Microsoft invitation does:',
  notHttps: 'The address does not begin with https:',
  unreadable: 'The address cannot be read:',
  contradiction: 'The link says the same thing twice, in different ways:',
  unknownRoute: 'This is a Microsoft site, but no invitation page that is known there:',
  malformedPartner: 'The id of the partner is not written as such ids are:',
  noPartner: 'The link does not say whose invitation it is:',
};

export const invitation = {
  title: 'Accept Partner Invitation',
  unnamed: 'A partner that gives no name',
  claimed: 'as its sender says; nothing confirms it',
  tenant: (id: string) => `Tenant ${id}`,
  guessedTenant: (id: string) => `Probably tenant ${id}; the link does not say for sure`,
  listed: (name: string, place: string) => `In the provider directory as ${name}, ${place}.`,
  contacted: 'Your organisation has contacted this partner from here.',
  notContacted: 'You have not contacted this partner. Anyone can make such a link.',
  unknown:
    'You have not contacted this partner, and it is not in the provider directory. Anyone can make such a link.',
  directoryNotAsked: 'The provider directory could not be asked whether it knows this partner.',
  asks: 'It asks to be your',
  powers,
  administration: 'Delegated administration',
  classicTitle: 'Classic delegated admin privileges (DAP)',
  classic:
    'Everyone in its admin team becomes Global Administrator of your whole tenant, with no end date. Microsoft has replaced this by granular privileges; ask the partner for those instead.',
  globalAdministrator:
    'Includes Global Administrator: full control of your tenant, every account and all data. Very few partners need it.',
  rolesNotKnown:
    'Which roles it asks for is not in the link. Read them in the Microsoft 365 admin center before you decide.',
  rolesClaimed: 'Roles, as the message around the link says; nothing confirms it:',
  rolesAsked: 'Roles it asks for:',
  claimsLead: 'What each source says:',
  claimOf: (sources: string) => `${sources}: `,
  claimsDiffer:
    'The sources disagree. What grants most counts here: ask the partner, through a contact that you know, before you decide.',
  claimSubmitted: 'Submitted with a signature',
  claimedByOthers: 'Others',
  claimMailed: (sender: string) => `A mail that says it is from ${sender}`,
  unnamedSender: 'nobody',
  privileged: 'Privileged',
  highImpact: 'High impact',
  otherRole: 'A role that this desk does not know',
  otherRoleAllows: 'Look it up before you grant it.',
  notRecognised: (words: string) => `Not recognised: “${words}”`,
  possiblyPrivileged: 'Possibly privileged',
  notRecognisedAllows: 'The message lists it as a role. Find out what it is before you grant it.',
  furtherNotRecognised: (format: Format, count: number) =>
    `${format.number(count)} more of the list ${format.plural(count, forms('is', 'are'))} not recognised`,
  listNotUnderstood:
    'This desk does not recognise all that the message lists as roles; what it does not recognise may be privileged.',
  announcedRoles: (format: Format, count: number) =>
    `The message speaks of ${format.number(count)} ${format.plural(count, forms('role', 'roles'))}, and does not list as many.`,
  mentionsGlobalAdministrator:
    'The message also mentions Global Administrator, which is not listed here. Make sure in the Microsoft 365 admin center that it is not among the roles.',
  duration: (format: Format, count: number) => `For ${format.number(count)} ${format.plural(count, days)}`,
  durationUntil: (duration: string, date: string) => `${duration}, until ${date} if you authorize it today`,
  durationClaimed: (duration: string) => `${duration}, as the message says`,
  durationClaimedUntil: (duration: string, date: string) =>
    `${duration}, as the message says: until ${date} if you authorize it today`,
  otherDurations: (format: Format, counts: readonly number[]) =>
    `The message also says ${format.list(counts.map((count) => `${format.number(count)} ${format.plural(count, days)}`))}.`,
  durationNotKnown: 'How long is not in the link',
  durationWords: (words: string) =>
    `How long is not in the link; the message says “${words}”, and this desk does not know how long that is`,
  durationAlsoWords: (words: string) =>
    `A message also says “${words}”; this desk does not know how long that is.`,
  noEnd: 'With no end date',
  extends: 'then extends itself by 180 days at a time, without asking again',
  extendsNotKnown: 'Whether it then extends itself is not in the link.',
  nothingOfDuration: 'How long is not in the link, nor whether it then extends itself.',
  provider: (who: string) => `Through its provider (distributor): ${who}`,
  providerListed: (name: string) => `${name}, in the provider directory`,
  providerClaimed: (name: string) => `${name}, as the message says; nothing confirms it`,
  deadline: (words: string) => `The message says: “${words}”`,
  lapses: (date: string) => `Its sender set the end of this invitation: it lapses on ${date}.`,
  keptUntil: (date: string) => `This desk keeps it until ${date}.`,
  endsAtMicrosoft:
    'Microsoft ends an unanswered request 90 days after the partner made it, which this desk cannot see.',
  message: 'The partner writes',
  account: 'Account that you gave it (optional)',
  accountPlaceholder: 'For example: fabrikam@contoso.com',
  seesOtherPartners: 'It may see what we bought through our other MPSA partners',
  settings: 'Settings',
  agreement: (name: string, url: string) =>
    `**Authorize** accepts this invitation and the [${name}](${url}).`,
  whole: 'It is accepted whole, with its delegated administration, or cancelled whole.',
  back: 'Back',
  onlyRoles: (list: string) =>
    `Only these roles can decide: ${list}. Yours cannot; they have been told, or ask one of them.`,
  confirmTitle: (partner: string) => `Give administration to ${partner}?`,
  confirmTitleUnnamed: 'Give administration to a partner that gives no name?',
  confirmNameClaimed: 'This name is what its sender says; nothing confirms it.',
  confirmLead: 'You are about to grant this over your whole tenant:',
  confirmAuthorize: 'Authorize and grant',
  somebody: 'Somebody without a name',
  agreementAccepted: (name: string, url: string) => `The [${name}](${url}) was accepted with it.`,
  effect: {
    inEffect: 'In effect.',
    recorded: 'Recorded here; nothing was done in Microsoft 365 yet.',
    awaiting: 'Awaiting Microsoft 365: it is not active until it is completed in the admin center.',
    said: 'Done at Microsoft, as one of you says: nothing in Microsoft 365 shows it to this desk.',
    confirmed: 'Confirmed in Microsoft 365.',
  },
  globalAdministratorOnly: 'Only a Global Administrator can finish this request there.',
  openAdminCenter: 'Open the admin center',
  granted: 'It may now',
  seesPurchases: 'It may see what you bought through your other MPSA partners.',
  seesNoPurchases: 'It may not see what you bought through your other MPSA partners.',
  givenAccount: (account: string) => `Account that you gave it: ${account}`,
  received: (partner: string) => `${partner} sent a partner invitation.`,
  optOut: 'To stop these messages here, say “stop notifying”.',
  sandboxNote: 'Sandbox: decisions take effect in the desk’s own records only.',
  listTitle: 'Invitations',
  pendingTab: 'Pending',
  decidedTab: 'Decided',
  nonePending: 'No invitation is waiting. Paste the link or the e-mail of a partner here to review it.',
  noneDecided: 'Nothing has been decided yet.',
  found: (format: Format, count: number) =>
    `This message holds ${format.number(count)} invitations. Review each one.`,
  ambiguous:
    'What the message says about names, roles or how long could be about any of them, and is not shown: paste one e-mail at a time to see it.',
  beyond: (
    format: Format,
    { found, max, beyond }: { readonly found: number; readonly max: number; readonly beyond: number },
  ) =>
    `This message holds ${format.number(found)} invitations, and only the first ${format.number(max)} of a message are taken. Nothing was done about the other ${format.number(beyond)}: paste those that you need in a message of their own.`,
  notKeptTitle: 'Not kept: too many invitations are pending',
  notKept: (format: Format, { notKept, found }: { readonly notKept: number; readonly found: number }) =>
    `${format.number(notKept)} of ${format.number(found)} ${format.plural(notKept, forms('was', 'were'))} not kept.`,
  open: (partner: string) => `Review ${partner}`,
  waitsUntil: (date: string) => `waits until ${date}`,
  more: 'More',
  newest: 'Newest',
  withAdministration: 'with delegated administration',
  warningTitle: 'Do not open this link',
  warningLead: 'It looks like a partner invitation, but something is wrong with it:',
  suspicions,
  warningAdvice:
    'Do not open it, and tell your security team where it came from. If you expected an invitation, ask the partner for a new one, by a way that you know.',
  unnamedTitle: 'This link does not say who sent it',
  unnamedText:
    'It opens an offer at Microsoft that may include delegated administration, without naming the partner. You cannot authorize it here. Ask the partner for an invitation that carries its tenant id.',
  unnamedProvider: (tenant: string) => `It names an indirect provider (distributor) only: tenant ${tenant}.`,
  unnamedReseller: (number: string) =>
    `Of the reseller it gives the partner number (MPN) ${number}, and not the tenant.`,
  unnamedClassic:
    'It asks for classic delegated admin privileges (DAP): everyone in the partner’s admin team would become Global Administrator of your whole tenant, with no end date.',
  unnamedRetired: 'The Microsoft site that it opens is retired.',
  unnamedAdvice:
    'You cannot authorize it here. Do not accept it elsewhere either: ask the partner for a new invitation that carries its tenant id, with granular privileges if it needs any.',
  notifyHere: 'I will post partner invitations here.',
  notifyHereTitle: 'Notifications are on',
  stopNotifying: 'I will post no more partner invitations here. Say “notify here” to turn them on again.',
  stopNotifyingTitle: 'Notifications are off',
  reviewed: 'The invitation is in your chat with Partner Desk.',
  nothingInFileTitle: 'No partner invitation in this file',
  nothingInFile: 'There is no partner invitation in this mail, and nothing of it was kept.',
  filesTitle: 'What came of your files',
  filesBeyond: (format: Format, max: number) =>
    `Only the first ${format.number(max)} files of a message are read. Send the others in a message of their own.`,
  yourMessage: 'Your message',
  outcomeOf: (file: string, outcome: string) => `${file}: ${outcome}`,
  unseenTitle: 'I cannot see what you attached',
  unseen:
    'In teams and group chats, Teams shows me neither files nor forwarded messages. Send the mail as an .eml file to me in our own chat, or use “Review invitation” in the menu (…) of the message.',
  nothingToReview: 'There is no partner invitation in this message.',
};
