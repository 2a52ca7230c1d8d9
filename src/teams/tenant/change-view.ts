import { isGlobalAdministrator, roleTemplate } from '../../domain/partners/role-template.ts';
import type { InboundTrust } from '../../domain/tenant/observation.ts';
import { rolesOfChange, type TenantChange } from '../../domain/tenant/tenant-alert.ts';
import type { Messages } from '../../i18n/messages.ts';
import { optional } from '../cards/text.ts';
import { roleRows } from '../invitations/administration-view.ts';
import { namesInLine, roleNames } from '../invitations/role-names.ts';

/** Maximum number of roles in rows; further ones are named in a line, as a card is at most 28 kB. */
const maxRows = 12;
/** Maximum number of roles named at all; the rest is counted. */
const maxNamed = 20;

/** How risky a change is, in a line. */
export interface Risk {
  readonly text: string;
  readonly color: 'attention' | 'warning' | 'default';
}

/** How risky a change is. What could not be read is taken for dangerous. */
export function riskOf(messages: Messages, change: TenantChange): Risk {
  const { alert: text } = messages;
  switch (change.kind) {
    case 'accessGone':
      return { text: text.gone, color: 'default' };
    case 'trustChanged':
      return isMoreTrust(change)
        ? { text: text.moreTrust, color: 'attention' }
        : { text: text.lessTrust, color: 'default' };
    case 'signInAfterSilence': {
      const { format } = messages;
      return {
        text: text.silence(format.moment(change.signedInAt), format.moment(change.since)),
        color: 'warning',
      };
    }
    case 'otherRolesApproved':
      return change.more.length === 0
        ? { text: messages.alert.fewer, color: 'default' }
        : riskOfRoles(messages, change.more);
    case 'accessGained':
    case 'accessReturned':
    case 'accessGrown':
      return riskOfRoles(messages, rolesOfChange(change));
  }
}

/** A word about the risk for a list; undefined if it needs none. */
export function shortRiskOf(messages: Messages, change: TenantChange): string | undefined {
  if (change.kind === 'accessGone') return undefined;
  const roles = rolesOfChange(change);
  if (roles === 'notKnown') return messages.alert.rolesNotRead;
  if (roles.some(isGlobalAdministrator)) return messages.roles.names.globalAdministrator;
  return roles.some(isPrivileged) ? messages.invitation.privileged : undefined;
}

/** What a change consists of: lines, and the roles that it is about, the dangerous first. */
export function detailsView(messages: Messages, change: TenantChange) {
  const { alert: text, format } = messages;
  const ids = rolesOfChange(change);
  const rows = ids === 'notKnown' ? [] : roleRows(messages, ids);
  const further = rows.slice(maxRows).map(({ name }) => name);
  const lines = change.kind === 'trustChanged' ? trustLines(messages, change) : [];
  const missing = change.kind === 'otherRolesApproved' ? change.missing : [];
  return {
    hasDetails: lines.length + rows.length + missing.length > 0,
    lines: lines.map((line) => ({ line })),
    rolesLead: optional(rows.length === 0 ? undefined : rolesLeadOf(messages, change)),
    roles: rows.slice(0, maxRows).map(({ id, name, level, levelColor, hasLevel }) => ({
      name,
      nameColor: isGlobalAdministrator(id) ? 'attention' : 'default',
      level,
      levelColor,
      hasLevel,
    })),
    otherRoles: optional(
      further.length === 0
        ? undefined
        : text.furtherRoles(format, further.length, namesInLine(messages, further, maxNamed)),
    ),
    missing: optional(
      missing.length === 0 ? undefined : text.missingLead(roleNames(messages, missing, maxNamed)),
    ),
  };
}

function rolesLeadOf({ alert: text }: Messages, { kind }: TenantChange): string {
  if (kind === 'accessGone') return text.hadLead;
  if (kind === 'accessGrown') return text.moreLead;
  return kind === 'otherRolesApproved' ? text.moreThanClaimed : text.rolesLead;
}

function riskOfRoles(messages: Messages, roles: readonly string[] | 'notKnown'): Risk {
  const { alert: text } = messages;
  if (roles === 'notKnown') return { text: text.rolesNotKnown, color: 'attention' };
  if (roles.some(isGlobalAdministrator)) return { text: text.globalAdministrator, color: 'attention' };
  const privileged = roles.filter(isPrivileged);
  if (privileged.length > 0)
    return { text: text.privileged(roleNames(messages, privileged, 3)), color: 'attention' };
  return { text: roles.length === 0 ? text.noRoles : text.ordinary, color: 'default' };
}

/** A role that the desk does not know may be new, and powerful. */
function isPrivileged(id: string): boolean {
  return (roleTemplate(id)?.level ?? 'privileged') === 'privileged';
}

const trusted = [
  'acceptsMfa',
  'acceptsCompliantDevice',
  'acceptsHybridJoinedDevice',
] as const satisfies readonly (keyof InboundTrust)[];

type TrustChange = Extract<TenantChange, { readonly kind: 'trustChanged' }>;

function isMoreTrust({ before, after }: TrustChange): boolean {
  return trusted.some((part) => after[part] && !before[part]);
}

function trustLines({ alert: text }: Messages, { before, after }: TrustChange): readonly string[] {
  return trusted
    .filter((part) => after[part] !== before[part])
    .map((part) => `${(after[part] ? text.trusts : text.trustsNoMore)[part]}.`);
}
