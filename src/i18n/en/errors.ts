import type { DecisionWords } from '../decision-words.ts';
import type { ErrorMessages } from '../error-messages.ts';
import { formatFor } from '../format.ts';
import { forms } from '../plural-forms.ts';
import { decision } from './decision.ts';
import { vocabulary } from './vocabulary.ts';

const { date, choice, plural } = formatFor('en');

/** Says what was decided, in the words for decisions. */
export function alreadyDecided(words: DecisionWords): ErrorMessages['invitation-already-decided'] {
  return ({ decision: { kind, at, ...summary } }) => {
    const who = 'by' in summary ? summary.by.name || 'Another administrator' : '';
    return words[kind].already({ who, on: date(at) });
  };
}

export const errors: ErrorMessages = {
  'invalid-action': () => 'This button no longer works as it was sent. Type “help” to start again.',
  'provider-not-found': () => 'This provider is no longer in the directory. Search again to see who is.',
  'no-provider-chosen': () => 'Tick at least one provider first, then press Contact.',
  'too-many-providers': ({ max, chosen }) =>
    `You ticked ${chosen} providers. One request can go to ${max} at most; untick some and press Contact again.`,
  'contact-form-invalid': () => 'Some answers need another look. Each one says what is missing.',
  'contact-limit-reached': ({ limit, max, left, until }, format) => {
    const reached = {
      requestsPerHour: `You have sent ${format.number(max)} contact ${plural(max, forms('request', 'requests'))} within an hour; more are not sent.`,
      emailsPerDay: `One person can send ${format.number(max)} ${plural(max, forms('e-mail', 'e-mails'))} to providers within 24 hours, and you have ${format.number(left)} left.`,
      tenantEmailsPerDay: `Your organisation can send ${format.number(max)} ${plural(max, forms('e-mail', 'e-mails'))} to providers within 24 hours, and has ${format.number(left)} left.`,
    };
    const next = left === 0 ? 'Send it again after' : 'Choose fewer providers, or send it again after';
    return `${reached[limit]} Nothing was sent, and what you typed is still here. ${next} ${format.moment(until)}.`;
  },
  'invitation-not-found': () =>
    'Your organisation has no such invitation. Type “invitations” to see those that wait to be decided.',
  'invitation-already-decided': alreadyDecided(decision.words),
  'too-many-pending': ({ limit, max, until }, { date: dateFor }) =>
    limit === 'person'
      ? `You pasted ${max} invitations that are still pending, and only administrators may have more. Ask an administrator to decide about some of them; else there is room again on ${dateFor(until)}, when the first one lapses.`
      : `Your organisation has ${max} pasted invitations pending, and may have no more. An administrator can cancel several at once: type “invitations”. Else there is room again on ${dateFor(until)}, when the first one lapses.`,
  'invitation-changed': () =>
    'What is claimed of this invitation has changed since you were shown it. Read it again before you grant it.',
  'alert-not-found': () =>
    'No such change is on record for your organisation. Type “changes” to see those that nobody has answered yet.',
  'invitation-differs': () =>
    'An invitation with this id came before, with other content. Send this one under an id of its own.',
  'not-allowed': ({ roles }) =>
    `You cannot decide this yourself. Ask someone who has one of these roles: ${choice(roles.map((role) => vocabulary.adminRoles[role]))}.`,
  'role-not-active': ({ eligible }) =>
    `You may activate this role, and have not done so yet: ${choice(eligible.map((role) => vocabulary.adminRoles[role]))}. Activate it in Microsoft Entra under “My roles”, then press again. Nothing was changed.`,
  'roles-unavailable': () =>
    'Microsoft 365 did not say in time which roles you have, so nothing was changed. Press again in a minute. If it stays so, a permission may be missing: whoever runs this desk finds out with “npm run setup”.',
  'administrators-only': ({ roles }) =>
    `Only administrators see this. Ask someone who has one of these roles: ${choice(roles.map((role) => vocabulary.adminRoles[role]))}.`,
  'account-invalid': () =>
    'That is not an account of your organisation. Write it as its user name, such as fabrikam@contoso.com, or leave it empty.',
  'partner-not-found': () => 'Your organisation has no such partner. Type “partners” to see those it has.',
  'nothing-to-remove': () =>
    'This partner has no delegated permissions, so there was nothing to remove. Type “partners” to see who has some.',
  'no-partner-chosen': () => 'Tick at least one partner with delegated permissions first.',
  'files-not-taken': () =>
    'Files can be handed over in your own chat with Partner Desk in Microsoft Teams: open it and say “export history”. Or ask the person who runs this desk for “npm run audit -- export”.',
  'nothing-to-export': () => 'Nothing in the history matches, so there is nothing to export.',
  'export-under-way': () => 'A file is being prepared for you already. Wait until it is offered.',
  'export-not-found': () =>
    'This file is not offered any more: you have it already, asked for another since, or it was offered long ago. Say “export history” for a new one.',
  'upload-refused': () =>
    'The file was not sent: the address that it was to go to is none of Microsoft 365. Tell the person who runs this desk.',
  'upload-failed': () =>
    'The file did not arrive, or not whole. Nothing else changed; say “export history” to try again.',
  'file-refused': () =>
    'The file was not read: it does not lie in Microsoft 365. Send it from your computer or OneDrive, or paste the text of the mail here.',
  'file-unavailable': () =>
    'The file could not be downloaded in time, so nothing of it was read. Send it once more, or paste the text of the mail here.',
  'file-too-large': ({ megabytes }, format) =>
    `The file is larger than ${format.number(megabytes)} MB, so it was not read. Paste the text of the mail with the link here, or save the mail without its attachments.`,
  'outlook-file': () =>
    'This is a mail in Outlook’s own format (.msg), which the desk cannot read. Save it as .eml: in new Outlook or Outlook on the web, open the mail, choose “…”, then “Save as” or “Download”, and send that file. Classic Outlook cannot: copy the whole text of the mail and paste it here.',
  'unreadable-mail': () =>
    'This file is no mail that the desk can read, and nothing of it was kept. Save the mail again as .eml, or paste its text with the link here.',
  'too-many-chats': ({ max }, format) =>
    `Your organisation has ${format.number(max)} group chats and channels that are told of invitations, which is the limit. Remove Partner Desk from one that no longer needs it, and try again here.`,
  'directory-unavailable': () => 'The provider directory is still being prepared. Try again in a minute.',
  'store-unavailable': () => 'The desk could not save this, so nothing was changed. Try again in a minute.',
  'tenant-not-allowed': () =>
    'This desk does not serve your organisation. Ask the person who runs it to add your tenant.',
  'person-too-fast': ({ seconds }) =>
    `That was a lot at once, so this was not done. Wait ${seconds} ${plural(seconds, forms('second', 'seconds'))}, then try again.`,
  'tenant-too-fast': ({ seconds }) =>
    `Your organisation asks a lot of the desk at this moment, so this was not done. Wait ${seconds} ${plural(seconds, forms('second', 'seconds'))}, then try again.`,
  'guest-refused': ({ maySearch, roles }) =>
    `${maySearch ? 'Guests and people of other organisations can search for providers here, and nothing else.' : 'Partner Desk is for the people of this organisation, not for guests or people of other organisations.'} Ask someone of this organisation who has one of these roles: ${choice(roles.map((role) => vocabulary.adminRoles[role]))}.`,
  'roster-unavailable': () =>
    'The desk could not check with Teams whether you belong to this organisation, so nothing was done. Try again in a minute.',
  'person-unknown': () =>
    'This chat does not tell the desk who you are. Write to it from Microsoft Teams, signed in with your work account.',
};
