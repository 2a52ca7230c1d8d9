import type { ReadAlert } from '../../application/tenant/read-tenant.ts';
import type { Messages } from '../../i18n/messages.ts';
import { defineCard } from '../cards/define-card.ts';
import { optional, shortened } from '../cards/text.ts';
import { identifyingName } from '../invitations/partner-view.ts';
import { toPartners } from '../partners/partner-list-state.ts';
import { everyPartner } from '../turn/every-partner.ts';
import { shortRiskOf } from './change-view.ts';

interface AlertsContent {
  readonly title: string;
  readonly lead: string;
  readonly alerts: readonly ReadAlert[];
  /** How many more there are than are shown; undefined if that is not counted. */
  readonly further?: number;
  /** Where the next page begins. */
  readonly next?: string | undefined;
  readonly isFirst: boolean;
  /** The card was posted unprompted: it says how to opt out. */
  readonly isPosted?: boolean;
}

/** Changes in the tenant that nobody decided here; each can be opened. */
export const tenantAlertsCard = defineCard('tenant-alerts', tenantAlertsView);

function tenantAlertsView(messages: Messages, content: AlertsContent) {
  const { alert: text, format, invitation } = messages;
  const { alerts, further = 0, next, isFirst, isPosted = false } = content;
  const partners = toPartners(messages, everyPartner);
  return {
    title: content.title,
    lead: content.lead,
    rows: alerts.map((read) => rowView(messages, read)),
    more: optional(further > 0 ? text.andMore(format, further) : undefined),
    hasNewest: !isFirst,
    newestTitle: invitation.newest,
    newestData: {},
    hasMore: next !== undefined || further > 0,
    moreTitle: further > 0 ? text.all : invitation.more,
    moreData: next === undefined ? {} : { after: next },
    partnersTitle: partners.title,
    partnersData: partners.data,
    optOut: optional(isPosted ? invitation.optOut : undefined),
  };
}

function rowView(messages: Messages, { alert, partner }: ReadAlert) {
  const { alert: text, format } = messages;
  const name = identifyingName(messages, partner);
  const risk = shortRiskOf(messages, alert.change);
  return {
    name,
    kind: text.kinds[alert.change.kind],
    risk: optional(risk === undefined ? undefined : ` · ${risk}`),
    when: format.moment(alert.at),
    openTitle: text.open(shortened(name, 60)),
    openData: { alert: alert.id },
  };
}
