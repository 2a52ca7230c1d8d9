import type { Roles } from '../../application/ports/authority.ts';
import type { Clock } from '../../application/ports/clock.ts';
import type { Store } from '../../application/ports/store.ts';
import { openAlert, type OpenedAlert } from '../../application/tenant/open-alert.ts';
import { readAwaited } from '../../application/tenant/read-awaited.ts';
import { readFirstList } from '../../application/tenant/read-first-list.ts';
import { readAlertsAt, withPartner } from '../../application/tenant/read-tenant.ts';
import { isDomainError } from '../../domain/domain-error.ts';
import { personId, type TenantId } from '../../domain/identifiers.ts';
import type { Rendering } from '../../domain/notifications/post.ts';
import type { Subscriber } from '../../domain/notifications/subscriber.ts';
import { tenantChangeKinds, type TenantAlert } from '../../domain/tenant/tenant-alert.ts';
import type { Messages } from '../../i18n/messages.ts';
import { personName } from '../cards/text.ts';
import { identifyingName } from '../invitations/partner-view.ts';
import type { PostRenderers } from '../notifications/render-post.ts';
import { alertSummary, tenantAlertCard } from './alert-view.ts';
import { tenantAlertsCard } from './alerts-view.ts';
import { effectOf, overNotice, partnerOfDecision, tenantAwaitedCard } from './awaited-view.ts';
import { tenantListedCard } from './listed-view.ts';
import { alertsPerPage } from './show-alerts.ts';

type TenantPosts = Pick<PostRenderers, 'tenantListed' | 'tenantAlert' | 'tenantAlerts' | 'stillAwaited'>;

interface Ports {
  readonly store: Store;
  readonly roles: Roles;
  readonly clock: Clock;
  /** The admin center's list of partners. */
  readonly partnersPage: string;
}

/** Renders the posts about what the tenant shows. */
export function renderTenantPosts({ store, roles, clock, partnersPage }: Ports): TenantPosts {
  return {
    tenantListed: async (tenant, _subject, { messages }) => {
      const list = await readFirstList({ store, clock }, tenant);
      if (list === undefined) return undefined;
      const summary = messages.tenant.listed(messages.format, list.count);
      const card = tenantListedCard.forMany(messages, list);
      return { revision: 'posted', card: { kind: 'card', card, summary }, isFinal: true };
    },
    tenantAlert: async (tenant, { alert: id }, { subscriber, messages }) => {
      const opened = await openFor({ store, roles }, tenant, id, subscriber);
      return opened && alertPost(messages, opened, partnersPage);
    },
    tenantAlerts: async (tenant, { at }, { messages }) => {
      const { alert: text, format } = messages;
      const alerts = (await readAlertsAt(store, tenant, at)).toSorted(bySeverity);
      const shown = await Promise.all(
        alerts.slice(0, alertsPerPage).map((alert) => withPartner(store, tenant, alert)),
      );
      const title = text.many(format, alerts.length);
      const card = tenantAlertsCard.forMany(messages, {
        title,
        lead: text.manyLead,
        alerts: shown,
        further: alerts.length - shown.length,
        isFirst: true,
        isPosted: true,
      });
      return { revision: 'posted', card: { kind: 'card', card, summary: title }, isFinal: true };
    },
    stillAwaited: async (tenant, subject, { messages }) => {
      const decision = await readAwaited(store, tenant, subject);
      if (decision === undefined) return undefined;
      const { effect } = effectOf(decision);
      const isOpen = decision.isAwaited && effect.kind === 'awaiting';
      const card = tenantAwaitedCard.forMany(messages, decision, subject.days);
      const summary = isOpen
        ? messages.tenant.awaitedNotice(partnerOfDecision(messages, decision))
        : overNotice(messages, decision);
      return {
        revision: isOpen ? 'awaiting' : `over ${effect.kind}`,
        card: { kind: 'card', card, summary },
        isFinal: !isOpen,
      };
    },
  };
}

function alertPost(messages: Messages, opened: OpenedAlert, partnersPage: string): Rendering {
  const { alert: text } = messages;
  const { expected } = opened.alert;
  const card = tenantAlertCard.forMany(messages, opened, { partnersPage, isPosted: expected === undefined });
  const notice =
    expected &&
    text.expectedNotice(personName(messages, expected.by), identifyingName(messages, opened.partner));
  return {
    revision: expected === undefined ? 'open' : 'expected',
    card: { kind: 'card', card, summary: notice ?? alertSummary(messages, opened) },
    ...(notice !== undefined && { message: { kind: 'text', text: notice } }),
    isFinal: expected !== undefined,
  };
}

async function openFor(
  ports: Pick<Ports, 'store' | 'roles'>,
  tenant: TenantId,
  id: string,
  { audience }: Subscriber,
): Promise<OpenedAlert | undefined> {
  try {
    const reader = audience.kind === 'person' ? audience.person : personId('');
    const opened = await openAlert(ports, { tenant, person: reader, name: '' }, id);
    // Everyone in a channel sees the same card; each press checks the person's role.
    return audience.kind === 'group' ? { ...opened, mayAnswer: true } : opened;
  } catch (error) {
    if (isDomainError(error, 'alert-not-found')) return undefined;
    throw error;
  }
}

function bySeverity(one: TenantAlert, other: TenantAlert): number {
  const rank = ({ change }: TenantAlert) => tenantChangeKinds.indexOf(change.kind);
  return rank(one) - rank(other);
}
