import { listOpenAlerts } from '../../application/tenant/list-open-alerts.ts';
import { openAlert } from '../../application/tenant/open-alert.ts';
import type { Services } from '../turn/services.ts';
import type { Turn } from '../turn/turn.ts';
import { tenantAlertCard } from './alert-view.ts';
import { tenantAlertsCard } from './alerts-view.ts';

/** Alerts on one card. */
export const alertsPerPage = 8;

/** A page of the changes that nobody has called expected yet, newest first. Changes nothing. */
export async function showAlerts(
  { store, tenantReader }: Pick<Services, 'store' | 'tenantReader'>,
  turn: Turn,
  { after }: { readonly after?: string | undefined } = {},
): Promise<void> {
  const { alert: text } = turn.messages;
  const { items, next } = await listOpenAlerts(store, turn.actor, { limit: alertsPerPage, after });
  const none = tenantReader === undefined ? text.notRead : text.none;
  turn.show(
    tenantAlertsCard(turn.messages, {
      title: text.listTitle,
      lead: items.length === 0 ? none : text.listLead,
      alerts: items,
      next,
      isFirst: after === undefined,
    }),
  );
}

/** Shows an alert to this person. Changes nothing. */
export async function showAlert(
  services: Pick<Services, 'store' | 'roles' | 'partnersPage'>,
  turn: Turn,
  id: string,
): Promise<void> {
  const opened = await openAlert(services, turn.actor, id);
  turn.show(
    tenantAlertCard(turn.messages, opened, {
      partnersPage: services.partnersPage,
      isPosted: false,
    }),
  );
}
