import type { Format } from '../../format.ts';
import { forms } from '../../plural-forms.ts';

/** How reading the mailbox stands. */
const states = {
  read: 'is read for invitations.',
  refused:
    'cannot be read yet: the permission for it is not there. Whoever runs this desk finds in docs/mailbox.md how to give it; it can take hours to count.',
  unlicensed: 'cannot be read: it has no licence for Exchange Online.',
  unsupported:
    'is not there, or is no mailbox of Exchange Online. Whoever runs this desk has to check INVITATION_MAILBOX.',
  unavailable: 'could not be read just now: Microsoft did not answer. Mail waits there, and is read later.',
};

const mailboxes = forms('mailbox', 'mailboxes');

/** The mailbox that is read for invitations. */
export const mailbox = {
  title: 'Mailbox',
  states,
  state: (address: string, state: string) => `${address} ${state}`,
  othersReachable: (permissions: string) =>
    `The app was given ${permissions}, which opens every mailbox of your organisation. Take that consent back in Microsoft Entra: reading this one mailbox takes none.`,
  othersReadable: (format: Format, count: number, tried: number) =>
    `${format.number(count)} of ${format.number(tried)} other ${format.plural(tried, mailboxes)} that were tried can be read, too. Limit the app to this one, as docs/mailbox.md says.`,
  othersRefused: (format: Format, count: number, tried: number) =>
    `Other mailboxes: ${format.number(count)} of ${format.number(tried)} that were tried ${format.plural(count, forms('was', 'were'))} refused, as it should be. The rest was not tried.`,
  othersNotShown: (format: Format, tried: number) =>
    `Whether other mailboxes can be read is not known: ${format.number(tried)} ${format.plural(tried, forms('was', 'were'))} tried, of people who may have none. Try one by hand, as docs/mailbox.md says.`,
  othersNotTried: 'Whether other mailboxes can be read was not tried: no other one is known to the app.',
  silent: (address: string, since: string) =>
    `The mailbox ${address} could not be read since ${since}: invitations may wait there. “Setup” says why.`,
  full: (address: string) =>
    `More invitations wait in the mailbox ${address}: as many as may be pending came by mail. Decide or cancel some (say “invitations”), and the desk reads on by itself.`,
};
