import type { Format } from '../format.ts';
import { forms } from '../plural-forms.ts';

const invitations = forms('invitation', 'invitations');

/** Cancelling several invitations at once. */
export const cancelling = {
  severalTitle: 'Several at once',
  allPastedBy: (format: Format, count: number, person: string) =>
    `Cancel all ${format.number(count)} that ${person} pasted`,
  allOfPartner: (format: Format, count: number, partner: string) =>
    `Cancel all ${format.number(count)} of ${partner}`,
  allMailed: (format: Format, count: number) => `Cancel all ${format.number(count)} that came by mail`,
  title: (format: Format, count: number) =>
    `Cancel ${format.number(count)} ${format.plural(count, invitations)}?`,
  pastedBy: (person: string) => `Pasted by ${person}.`,
  mailed: 'Came as mail to the mailbox that is read.',
  ofPartner: (partner: string) => `Invitations of ${partner}.`,
  consequences: 'Nothing is granted by it. Each one goes on record, and everyone’s cards show it.',
  count: (format: Format, count: number) => `${format.number(count)} ${format.plural(count, invitations)}`,
  withAdministration: (format: Format, count: number) =>
    `${format.number(count)} with delegated administration`,
  more: (format: Format, count: number) => `${format.number(count)} more`,
  othersStay: (format: Format, count: number, roles: string) =>
    `${format.number(count)} more ${format.plural(count, forms('takes', 'take'))} another role and ${format.plural(count, forms('stays', 'stay'))} pending: ${roles}.`,
  furtherStay: (format: Format, count: number) =>
    `${format.number(count)} more are pending; cancel those afterwards.`,
  submittedLabel: 'Submitted with a signature',
  alsoSubmitted: (format: Format, count: number) =>
    `Cancel the ${format.number(count)} ${format.plural(count, invitations)} submitted with a signature, too`,
  cancel: (format: Format, count: number) =>
    `Cancel ${format.number(count)} ${format.plural(count, invitations)}`,
  done: (format: Format, count: number) =>
    `You cancelled ${format.number(count)} ${format.plural(count, invitations)}. Nothing was granted.`,
  settled: (format: Format, count: number) =>
    `${format.number(count)} ${format.plural(count, forms('was', 'were'))} settled meanwhile.`,
  sharedStay: (format: Format, count: number) =>
    `${format.number(count)} ${format.plural(count, forms('stays pending: somebody else submitted or pasted it, too. Open it', 'stay pending: somebody else submitted or pasted them, too. Open them'))} to decide.`,
  otherRoleStay: (format: Format, count: number) =>
    `${format.number(count)} ${format.plural(count, forms('takes another role and stays', 'take another role and stay'))} pending.`,
  unsaved: (format: Format, count: number) =>
    `${format.number(count)} could not be saved and ${format.plural(count, forms('is', 'are'))} pending as before. Try again in a minute.`,
  nonePending: 'None of these invitations is pending any more.',
  chooseWhose: 'Whose invitations? Name the person who pasted them, or the partner.',
  unknownName: 'No pending invitation comes from a partner, or was pasted by a person, of that name.',
  which: 'Several match. Which ones do you mean?',
};
