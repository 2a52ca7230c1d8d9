import type { AccessEnd } from '../../application/partners/read-access-end.ts';
import { whatStays } from '../../domain/partners/remaining-functions.ts';
import type { Messages } from '../../i18n/messages.ts';
import { defineCard } from '../cards/define-card.ts';
import { joinedByDots } from '../cards/text.ts';
import { roleRows } from '../invitations/administration-view.ts';
import { identifyingName } from '../invitations/partner-view.ts';
import { everyPartner } from '../turn/every-partner.ts';
import { accessLine } from './access-text.ts';

/** Maximum number of roles named, as a card is at most 28 kB. */
const maxNamed = 30;

/** Notifies that delegated administration ends soon, extends itself, or has ended. */
export const accessEndCard = defineCard('access-end', accessEndView);

function accessEndView(messages: Messages, shown: AccessEnd) {
  const { format, invitation, partner: text, reminder } = messages;
  const { listed, lost, mayRemove } = shown;
  const { relationship, attention } = listed;
  const name = identifyingName(messages, relationship.partner);
  const roles = roleRows(messages, lost === 'notKnown' ? [] : lost);
  const privileged = roles.filter(({ levelColor }) => levelColor === 'attention').length;
  const isOver = shown.kind === 'accessEnded';
  const extendsItself = isExtending(shown);
  const isActive = attention.access.kind === 'active';
  const staying = whatStays(relationship).map((stays) => text.asA[stays]);
  const kept = staying.length > 0 ? text.stays(name, format.list(staying)) : text.staysAlone(name);
  return {
    title: titleOf(messages, shown),
    color: isOver ? 'default' : 'attention',
    partner: name,
    when: whenOf(messages, shown),
    rolesLead: rolesLeadOf(messages, shown),
    counted:
      lost === 'notKnown'
        ? text.rolesNotKnown
        : joinedByDots([
            text.countedRoles(format, lost.length),
            ...(privileged > 0 ? [text.countedPrivileged(format, privileged)] : []),
          ]),
    roles: roles.slice(0, maxNamed),
    hasFurther: roles.length > maxNamed,
    further: text.otherRoles(format, roles.length - maxNamed),
    // Grants of other invitations remain active.
    hasRest: isOver && isActive,
    rest: accessLine(messages, listed),
    hasStays: !extendsItself && !(isOver && isActive),
    stays: kept,
    hasRenew: !extendsItself,
    renew: reminder.renew(name),
    openTitle: reminder.open,
    openData: { partner: relationship.partner.id, state: everyPartner },
    mayRemove: isActive && mayRemove,
    removeTitle: text.remove,
    removeData: { partners: [relationship.partner.id], state: everyPartner },
    isSandbox: messages.isSandbox,
    sandboxNote: invitation.sandboxNote,
  };
}

/** The card's summary in a notification. */
export function accessEndNotice(messages: Messages, shown: AccessEnd): string {
  const { format, reminder } = messages;
  const name = identifyingName(messages, shown.listed.relationship.partner);
  if (shown.kind === 'accessEnded') return reminder.endedNotice(name);
  const left = reminder.left(format, format.daysUntil(shown.now, shown.end));
  return isExtending(shown) ? reminder.extendingNotice(name, left) : reminder.endingNotice(name, left);
}

function titleOf({ reminder }: Messages, shown: AccessEnd): string {
  if (shown.kind === 'accessEnded') return reminder.endedTitle;
  return isExtending(shown) ? reminder.extendingTitle : reminder.endingTitle;
}

function whenOf({ format, reminder }: Messages, { kind, autoExtends, end, now }: AccessEnd): string {
  const when = format.moment(end);
  if (kind === 'accessEnded') return reminder.ended(when);
  const left = reminder.left(format, format.daysUntil(now, end));
  if (autoExtends === 'notKnown') return reminder.endsOrExtends(when, left);
  return autoExtends ? reminder.extends(when, left) : reminder.ends(when, left);
}

function rolesLeadOf({ reminder }: Messages, shown: AccessEnd): string {
  if (shown.kind === 'accessEnded') return reminder.rolesEnded;
  return isExtending(shown) ? reminder.rolesExtending : reminder.rolesEnding;
}

function isExtending({ kind, autoExtends }: AccessEnd): boolean {
  return kind === 'accessEnding' && autoExtends === true;
}
