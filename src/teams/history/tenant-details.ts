import type { AuditEvent } from '../../domain/history/audit-entry.ts';
import type { Messages } from '../../i18n/messages.ts';
import { shortened } from '../cards/text.ts';
import { roleNames } from '../invitations/role-names.ts';

/** Maximum number of roles named in an entry; a page of six must fit a card of 28 kB. */
const maxRoles = 15;

/** The details of an entry about what the tenant showed, or what somebody said to it; none of any other. */
export function tenantDetails(messages: Messages, event: AuditEvent): readonly string[] {
  const { alert, format, tenant: text } = messages;
  if (event.kind === 'tenantFirstRead') return [text.foundThere(format, event.seen)];
  if (event.kind === 'tenantAlertRaised')
    return [alert.kinds[event.change], ...rolesLine(messages, event.roles)];
  if (event.kind === 'tenantAlertExpected') return [alert.kinds[event.change]];
  if (event.kind === 'doneAtMicrosoft') return [text.decided[event.decided]];
  if (event.kind !== 'completionAudited') return [];
  const completed = text.completedBy(
    shortened(event.completedBy, 200),
    format.moment(event.completedAt),
    shortened(event.activity, 200),
  );
  return [text.decided[event.decided], completed];
}

function rolesLine(messages: Messages, ids: readonly string[]): readonly string[] {
  return ids.length === 0 ? [] : [`${messages.alert.rolesLead} ${roleNames(messages, ids, maxRoles)}`];
}
