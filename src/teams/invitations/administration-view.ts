import { day, later, type Instant } from '../../domain/instant.ts';
import type { DelegatedAdmin } from '../../domain/invitations/delegated-admin.ts';
import { isGlobalAdministrator, roleTemplate, type RoleLevel } from '../../domain/partners/role-template.ts';
import type { Messages } from '../../i18n/messages.ts';
import { optional } from '../cards/text.ts';

/**
 * Maximum number of roles explained; further ones are only named, as a card is at most 28 kB. Fewer beside what each
 * source says.
 */
const maxExplained = { alone: 20, besideClaims: 10 };

/** Maximum number of roles that are only named, for the same reason; further ones are counted. */
const maxOthers = 40;

type Granular = Extract<DelegatedAdmin, { readonly kind: 'granular' }>;

const severity: readonly RoleLevel[] = ['privileged', 'highImpact', 'ordinary'];

interface Place {
  readonly place: keyof typeof maxExplained;
  /** The moment it is shown to whoever may authorize it: an end is counted from then. Absent where nobody does so now. */
  readonly now?: Instant;
}

/**
 * The administration that an invitation requests: each role with what it allows, the dangerous first, and for how long.
 * Values that are unknown or merely claimed are labelled so.
 */
export function administrationView(
  messages: Messages,
  asked: DelegatedAdmin,
  { place, now }: Place = { place: 'alone' },
) {
  const { invitation: text } = messages;
  const roles = asked.kind === 'granular' ? rowsOf(messages, asked, maxExplained[place] / 2) : [];
  const named = roles.slice(0, maxExplained[place]);
  const further = asked.kind === 'granular' ? (asked.furtherUnrecognised ?? 0) : 0;
  const others = [
    ...(further > 0 ? [text.furtherNotRecognised(messages.format, further)] : []),
    ...roles.slice(maxExplained[place]).map(({ name }) => name),
  ];
  return {
    hasAdministration: asked.kind !== 'none',
    administrationTitle: asked.kind === 'classic' ? text.classicTitle : text.administration,
    warning: optional(warningOf(messages, asked)),
    rolesLead: optional(rolesLeadOf(messages, asked)),
    roles: named,
    otherRoles: optional(namesOfOthers(messages, others)),
    howLong: howLong(messages, asked, now),
  };
}

/** What is not recognised may be anything: it stands behind Global Administrator and before all else, as far as there is room. */
function rowsOf(messages: Messages, asked: Granular, room: number) {
  const { invitation: text } = messages;
  const known = asked.roles === 'notKnown' ? [] : roleRows(messages, asked.roles.value);
  const unrecognised = (asked.unrecognisedRoles ?? []).map((words) => ({
    id: '',
    name: text.notRecognised(words),
    level: ` · ${text.possiblyPrivileged}`,
    levelColor: 'attention',
    hasLevel: true,
    allows: text.notRecognisedAllows,
  }));
  const gravest = known.filter(({ id }) => isGlobalAdministrator(id));
  const rest = known.filter(({ id }) => !isGlobalAdministrator(id));
  const named = [...gravest, ...unrecognised.slice(0, room), ...rest];
  // Those without an explanation come first of what is only named.
  return named.toSpliced(room * 2, 0, ...unrecognised.slice(room));
}

/** Roles that are named without what they allow; undefined if there are none. */
export function namesOfOthers(
  { format, partner: text }: Messages,
  names: readonly string[],
): string | undefined {
  const further = names.length - maxOthers;
  const shown = [...names.slice(0, maxOthers), ...(further > 0 ? [text.otherRoles(format, further)] : [])];
  return shown.join(', ') || undefined;
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
  if (asked.kind !== 'granular') return undefined;
  const roles = asked.roles === 'notKnown' ? [] : asked.roles.value;
  if (roles.some(isGlobalAdministrator)) return text.globalAdministrator;
  return asked.mentionsGlobalAdministrator ? text.mentionsGlobalAdministrator : undefined;
}

function rolesLeadOf({ format, invitation: text }: Messages, asked: DelegatedAdmin): string | undefined {
  if (asked.kind !== 'granular') return undefined;
  const { roles, unrecognisedRoles, announcedRoles } = asked;
  const isClaimed = (roles !== 'notKnown' && roles.claimed) || unrecognisedRoles !== undefined;
  return [
    // What a message claims must not look safer than knowing nothing.
    ...(roles === 'notKnown' || roles.claimed ? [text.rolesNotKnown] : []),
    ...(unrecognisedRoles === undefined ? [] : [text.listNotUnderstood]),
    ...(announcedRoles === undefined ? [] : [text.announcedRoles(format, announcedRoles)]),
    ...(isClaimed ? [text.rolesClaimed] : []),
    ...(roles === 'notKnown' || roles.claimed || isClaimed ? [] : [text.rolesAsked]),
  ].join(' ');
}

/** All that is said of how long it lasts; untrusted text. */
function howLong(messages: Messages, asked: DelegatedAdmin, now: Instant | undefined): string {
  const { format, invitation: text } = messages;
  if (asked.kind !== 'granular') return text.noEnd;
  const { autoExtends, durationDays, durationWords, otherDurationDays = [] } = asked;
  if (durationDays === 'notKnown' && durationWords === undefined && autoExtends === 'notKnown')
    return text.nothingOfDuration;
  const extension = autoExtends !== 'notKnown' && autoExtends.value ? `, ${text.extends}` : '';
  return [
    `${durationOf(messages, asked, now)}${extension}.`,
    ...(otherDurationDays.length > 0 ? [text.otherDurations(format, otherDurationDays)] : []),
    ...(durationWords === undefined || durationDays === 'notKnown'
      ? []
      : [text.durationAlsoWords(durationWords)]),
    ...(autoExtends === 'notKnown' ? [text.extendsNotKnown] : []),
  ].join(' ');
}

function durationOf(
  { format, invitation: text }: Messages,
  asked: Granular,
  now: Instant | undefined,
): string {
  const { durationDays, durationWords } = asked;
  if (durationDays === 'notKnown') {
    return durationWords === undefined ? text.durationNotKnown : text.durationWords(durationWords);
  }
  const duration = text.duration(format, durationDays.value);
  if (now === undefined) return durationDays.claimed ? text.durationClaimed(duration) : duration;
  const until = format.date(later(now, durationDays.value * day));
  return durationDays.claimed
    ? text.durationClaimedUntil(duration, until)
    : text.durationUntil(duration, until);
}
