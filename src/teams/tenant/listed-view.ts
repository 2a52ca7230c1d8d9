import type { FirstList } from '../../application/tenant/read-first-list.ts';
import type { Messages } from '../../i18n/messages.ts';
import { defineCard } from '../cards/define-card.ts';
import { optional } from '../cards/text.ts';
import { toPartners } from '../partners/partner-list-state.ts';
import { everyPartner } from '../turn/every-partner.ts';

/** What the first read of the tenant found. */
export const tenantListedCard = defineCard('tenant-listed', tenantListedView);

function tenantListedView(messages: Messages, { count, privileged, unknown, hasSupport }: FirstList) {
  const { alert, format, invitation, tenant: text } = messages;
  const partners = toPartners(messages, everyPartner);
  const lines = [
    ...(privileged > 0 ? [text.listedPrivileged(format, privileged)] : []),
    ...(unknown > 0 ? [text.listedUnknown(format, unknown)] : []),
  ];
  return {
    title: text.listedTitle,
    count: text.listed(format, count),
    lines: lines.map((line) => ({ line: `${line}.` })),
    support: optional(hasSupport ? text.listedSupport : undefined),
    next: text.listedNext,
    partnersTitle: partners.title,
    partnersData: partners.data,
    changesTitle: alert.all,
    changesData: {},
    optOut: optional(invitation.optOut),
  };
}
