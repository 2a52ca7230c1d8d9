import type { Store } from '../../application/ports/store.ts';
import { readSnapshot } from '../../application/runtime/read-snapshot.ts';
import { partnerKnownAs, readAlert, readAlertsAt } from '../../application/tenant/read-tenant.ts';
import type { Rendering } from '../../domain/notifications/post.ts';
import { hasAccess } from '../../domain/tenant/tenant-snapshot.ts';
import type { Messages } from '../../i18n/messages.ts';
import { partnerName } from '../invitations/partner-view.ts';
import type { PostRenderers } from '../notifications/render-post.ts';
import { noticeCard } from '../turn/notice-view.ts';

type TenantPosts = Pick<PostRenderers, 'tenantListed' | 'tenantAlert' | 'tenantAlerts' | 'stillAwaited'>;

/** Renders the posts about what the tenant shows. */
export function renderTenantPosts(store: Store): TenantPosts {
  return {
    tenantListed: async (tenant, _subject, { messages }) => {
      const snapshot = await readSnapshot(store, tenant);
      if (snapshot === undefined) return undefined;
      const { tenant: text, format } = messages;
      const count = snapshot.partners.filter(hasAccess).length;
      return notice(messages, { title: text.listedTitle, text: text.listed(format, count) });
    },
    tenantAlert: async (tenant, { alert: id }, { messages }) => {
      const read = await readAlert(store, tenant, id);
      if (read === undefined) return undefined;
      const { tenant: text } = messages;
      const said = text.changed[read.alert.change.kind](partnerName(messages, read.partner));
      return notice(messages, { title: text.alertTitle, text: said });
    },
    tenantAlerts: async (tenant, { at }, { messages }) => {
      const { length: count } = await readAlertsAt(store, tenant, at);
      const { tenant: text, format } = messages;
      return notice(messages, { title: text.alertsTitle, text: text.counted(format, count) });
    },
    stillAwaited: async (tenant, { partner: id, invitation, days }, { messages }) => {
      const { tenant: text, format } = messages;
      const name = partnerName(messages, await partnerKnownAs(store, tenant, id));
      const say = invitation === undefined ? text.awaitedRemoval : text.awaitedAuthorization;
      return notice(messages, { title: text.awaitedTitle, text: say(format, name, days) });
    },
  };
}

function notice(messages: Messages, said: { readonly title: string; readonly text: string }): Rendering {
  const card = noticeCard.forMany(messages, said);
  return { revision: 'posted', card: { kind: 'card', card, summary: said.text }, isFinal: true };
}
