import type { ListedPartner } from '../../application/partners/list-partners.ts';
import type { ReviewId } from '../../domain/identifiers.ts';
import { whatStays } from '../../domain/partners/remaining-functions.ts';
import type { Messages } from '../../i18n/messages.ts';
import { defineCard } from '../cards/define-card.ts';
import { roleRows } from '../invitations/administration-view.ts';
import { tellingName } from '../invitations/partner-view.ts';
import { accessLine } from './access-text.ts';
import type { PartnerListState } from './partner-list-state.ts';

/** Roles that are named of each partner where there are several: the card takes 28 kB. */
const mostNamed = 8;

/**
 * The question before permissions are taken away: whose and which, what stays, and what this does not do.
 * @param review the one that it is asked in, if any; it leads back there
 */
export const partnerRemoveCard = defineCard('partner-remove', partnerRemoveView);

function partnerRemoveView(
  messages: Messages,
  asked: readonly ListedPartner[],
  state: PartnerListState,
  review?: ReviewId,
) {
  const { format, partner: text } = messages;
  const partners = asked.map(({ relationship }) => relationship.partner.id);
  const [partner] = partners;
  return {
    title: text.confirmTitle(format, asked.length),
    lead: text.confirmLead,
    rows: asked.map((listed) => rowView(messages, listed, asked.length === 1 ? Infinity : mostNamed)),
    doesNot: text.doesNot,
    reason: text.reason,
    removeTitle: text.remove,
    removeData: { partners, state, ...(review !== undefined && { review }) },
    ...(review === undefined
      ? { backTitle: text.back, backVerb: 'partners.list', backData: { state } }
      : { backTitle: messages.review.backToReview, backVerb: 'review.show', backData: { review, partner } }),
  };
}

function rowView(messages: Messages, listed: ListedPartner, named: number) {
  const { format, partner: text } = messages;
  const { relationship, attention } = listed;
  const isActive = attention.access.kind === 'active';
  const name = tellingName(messages, relationship.partner);
  const all = roleRows(messages, attention.roles).map(({ name: role, hasLevel, level, levelColor }) => ({
    role: hasLevel ? `${role}${level}` : role,
    color: hasLevel ? levelColor : 'default',
  }));
  const further = all.length - named;
  const others = { role: text.otherRoles(format, further), color: 'default' };
  const roles = further > 0 ? [...all.slice(0, named), others] : all;
  const staying = whatStays(relationship).map((stays) => text.asA[stays]);
  return {
    name,
    access: isActive ? accessLine(messages, listed) : text.nothingThere,
    hasRoles: roles.length > 0,
    roles: roles.map(({ role, color }, index) => ({
      role: index + 1 < roles.length ? `${role}; ` : role,
      color,
    })),
    hasStays: isActive,
    stays: staying.length > 0 ? text.stays(name, format.list(staying)) : text.staysAlone(name),
  };
}
