import type { DelegatedAdmin } from '../../domain/invitations/delegated-admin.ts';
import { isGlobalAdministrator, roleTemplate, type RoleLevel } from '../../domain/partners/role-template.ts';
import type { Messages } from '../../i18n/messages.ts';
import { optional } from '../cards/text.ts';

/**
 * Maximum number of roles explained; further ones are only named, as a card is at most 28 kB. Fewer beside what each
 * source says.
 */
const maxExplained = { alone: 20, besideClaims: 10 };

const severity: readonly RoleLevel[] = ['privileged', 'highImpact', 'ordinary'];

/**
 * The administration that an invitation requests: each role with what it allows, the dangerous first, and for how long.
 * Values that are unknown or merely claimed are labelled so.
 */
export function administrationView(
  messages: Messages,
  asked: DelegatedAdmin,
  place: keyof typeof maxExplained = 'alone',
) {
  const { invitation: text } = messages;
  const roles =
    asked.kind === 'granular' && asked.roles !== 'notKnown' ? roleRows(messages, asked.roles.value) : [];
  const others = roles.slice(maxExplained[place]).map(({ name }) => name);
  return {
    hasAdministration: asked.kind !== 'none',
    administrationTitle: asked.kind === 'classic' ? text.classicTitle : text.administration,
    warning: optional(warningOf(messages, asked)),
    rolesLead: optional(rolesLeadOf(messages, asked)),
    roles: roles.slice(0, maxExplained[place]),
    otherRoles: optional(others.join(', ') || undefined),
    howLong: howLong(messages, asked),
  };
}

/** Each role by name with what it allows, the dangerous first. */
export function roleRows({ invitation: text, roles: catalogue }: Messages, ids: readonly string[]) {
  const known = ids.map((id) => ({ id, template: roleTemplate(id) }));
  const rank = (level: RoleLevel | undefined): number => (level === undefined ? 0 : severity.indexOf(level));
  return known
    .toSorted((one, other) => rank(one.template?.level) - rank(other.template?.level))
    .map(({ id, template }) => {
      const level = template?.level ?? 'privileged';
      return {
        id,
        name: template === undefined ? `${text.otherRole} (${id})` : catalogue.names[template.key],
        level: level === 'privileged' ? ` · ${text.privileged}` : ` · ${text.highImpact}`,
        levelColor: level === 'privileged' ? 'attention' : 'default',
        hasLevel: level !== 'ordinary',
        allows: template === undefined ? text.otherRoleAllows : catalogue.allows[template.key],
      };
    });
}

function warningOf({ invitation: text }: Messages, asked: DelegatedAdmin): string | undefined {
  if (asked.kind === 'classic') return text.classic;
  const roles = asked.kind === 'granular' && asked.roles !== 'notKnown' ? asked.roles.value : [];
  return roles.some(isGlobalAdministrator) ? text.globalAdministrator : undefined;
}

function rolesLeadOf({ invitation: text }: Messages, asked: DelegatedAdmin): string | undefined {
  if (asked.kind !== 'granular') return undefined;
  if (asked.roles === 'notKnown') return text.rolesNotKnown;
  // What a message claims must not look safer than knowing nothing.
  return asked.roles.claimed ? `${text.rolesNotKnown} ${text.rolesClaimed}` : text.rolesAsked;
}

function howLong({ format, invitation: text }: Messages, asked: DelegatedAdmin): string {
  if (asked.kind !== 'granular') return text.noEnd;
  const { durationDays, autoExtends } = asked;
  const duration =
    durationDays === 'notKnown'
      ? text.durationNotKnown
      : (durationDays.claimed ? text.durationClaimed : text.duration)(format, durationDays.value);
  if (autoExtends === 'notKnown') return `${duration}; ${text.extendsNotKnown}.`;
  return autoExtends.value ? `${duration}, ${text.extends}.` : `${duration}.`;
}
