import type { ListedPartner } from '../../application/partners/list-partners.ts';
import { whatStays } from '../../domain/partners/remaining-functions.ts';
import { hasAccess, rolesSeen } from '../../domain/tenant/tenant-snapshot.ts';
import type { Messages } from '../../i18n/messages.ts';
import type { Press, TitledPress } from '../cards/card.ts';
import { defineCard } from '../cards/define-card.ts';
import { roleRows } from '../invitations/administration-view.ts';
import { identifyingName } from '../invitations/partner-view.ts';
import { accessLine } from './access-text.ts';
import { standingView } from './standing-text.ts';

/** Maximum number of roles named per partner, if there are several, as a card is at most 28 kB. */
const maxNamed = 8;

interface Buttons {
  readonly remove: Press;
  readonly back: TitledPress;
}

/** The question before a removal: whose permissions and which, what stays, and what this does not do. */
export const partnerRemoveCard = defineCard('partner-remove', partnerRemoveView);

function partnerRemoveView(messages: Messages, asked: readonly ListedPartner[], { remove, back }: Buttons) {
  const { format, partner: text } = messages;
  return {
    title: text.confirmTitle(format, asked.length),
    lead: text.confirmLead,
    rows: asked.map((listed) => rowView(messages, listed, asked.length === 1 ? Infinity : maxNamed)),
    doesNot: text.doesNot,
    reason: text.reason,
    removeTitle: text.remove,
    removeVerb: remove.verb,
    removeData: remove.data,
    backTitle: back.title,
    backVerb: back.verb,
    backData: back.data,
  };
}

function rowView(messages: Messages, listed: ListedPartner, named: number) {
  const { format, partner: text } = messages;
  const { partner, relationship, attention, isRemovable } = listed;
  const name = identifyingName(messages, partner);
  const all = roleRows(messages, rolesToGo(messages, listed)).map(
    ({ name: role, hasLevel, level, levelColor }) => ({
      role: hasLevel ? `${role}${level}` : role,
      color: hasLevel ? levelColor : 'default',
    }),
  );
  const further = all.length - named;
  const others = { role: text.otherRoles(format, further), color: 'default' };
  const roles = further > 0 ? [...all.slice(0, named), others] : all;
  const staying = (relationship ? whatStays(relationship) : []).map((stays) => text.asA[stays]);
  const kept = staying.length > 0 ? text.stays(name, format.list(staying)) : text.staysAlone(name);
  return {
    name,
    hasStanding: messages.readsTenant,
    ...standingView(messages, listed, attention.at),
    hasAccess: !messages.readsTenant || !isRemovable,
    access: isRemovable ? accessLine(messages, listed) : text.nothingThere,
    hasRoles: roles.length > 0,
    roles: roles.map(({ role, color }, index) => ({
      role: index + 1 < roles.length ? `${role}; ` : role,
      color,
    })),
    hasStays: isRemovable && relationship !== undefined,
    stays: kept,
  };
}

/** The roles that are to go: those that Microsoft 365 shows, and those that were decided here. */
function rolesToGo({ readsTenant }: Messages, { seen, attention }: ListedPartner): readonly string[] {
  const shown = seen === undefined || !readsTenant || !hasAccess(seen) ? 'notKnown' : rolesSeen(seen);
  return [...new Set([...(shown === 'notKnown' ? [] : shown), ...attention.roles])];
}
