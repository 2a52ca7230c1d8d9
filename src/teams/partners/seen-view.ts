import type { Instant } from '../../domain/instant.ts';
import type { JoinedPartner } from '../../domain/tenant/join-partners.ts';
import type { InboundTrust } from '../../domain/tenant/observation.ts';
import { hasAccess, type SeenPartner } from '../../domain/tenant/tenant-snapshot.ts';
import type { ReadOutcomes } from '../../domain/tenant/tenant-reads.ts';
import type { Messages } from '../../i18n/messages.ts';
import { joinedByDots, optional, shortened } from '../cards/text.ts';
import { roleRows } from '../invitations/administration-view.ts';
import { whyMissing } from './reads-text.ts';
import { decidedRoles } from './standing-text.ts';

/** Maximum number of roles with a line of their own; further ones are only named, as a card is at most 28 kB. */
const maxRows = 5;
/** Maximum number of those that are only named; further ones are counted. */
const maxNamed = 20;

/** What Microsoft 365 shows of a partner beside what was decided here: facts, then the roles by how both agree. */
export function seenView(
  messages: Messages,
  joined: JoinedPartner,
  { now, reads }: { readonly now: Instant; readonly reads: ReadOutcomes },
) {
  const { standing: text } = messages;
  return {
    inTenant: text.inTenant,
    facts: factsOf(messages, joined, reads).map((fact) => ({ fact })),
    groups: roleGroups(messages, joined, now),
    hasUntold: messages.readsTenant && joined.untold.length > 0,
    untoldTitle: text.untoldTitle,
    untold: joined.untold.map((thing) => ({ thing: text.untold[thing] })),
    openAzureTitle: text.openAzure,
  };
}

/** Each in a sentence; holds untrusted text. */
function factsOf(messages: Messages, joined: JoinedPartner, reads: ReadOutcomes): readonly string[] {
  const { seen } = joined;
  return [
    ...confirmedFacts(messages, joined),
    ...(seen === undefined ? [] : seenFacts(messages, seen, reads)),
  ];
}

function confirmedFacts({ format, standing: text }: Messages, { relationship }: JoinedPartner) {
  const access = relationship?.delegatedAdmin;
  const effects =
    access?.kind === 'removed'
      ? [access.effect]
      : (relationship?.functions ?? []).map(({ effect }) => effect);
  const confirmed = effects.find(({ kind }) => kind === 'confirmed');
  if (confirmed?.kind !== 'confirmed') return [];
  const { at, completed } = confirmed;
  return [
    text.confirmedAt(format.moment(at)),
    ...(completed ? [text.completedBy(shortened(completed.by, 120), format.moment(completed.at))] : []),
  ];
}

function seenFacts(messages: Messages, seen: SeenPartner, reads: ReadOutcomes): readonly string[] {
  const { format, standing: text } = messages;
  const { sells, trust, heldRoles, allowedRoles, firstSeenAt, lastSeenAt } = seen;
  const sold = {
    true: text.sells,
    false: text.sellsNone,
    notKnown: text.sellsNotKnown(whyMissing(messages, reads, 'subscriptions')),
  };
  return [
    `${joinedByDots([text.firstSeen(format.date(firstSeenAt)), text.lastSeen(format.moment(lastSeenAt))])}.`,
    ...(hasAccess(seen) && heldRoles === 'notKnown'
      ? [text.heldNotKnown(whyMissing(messages, reads, 'roles'))]
      : []),
    ...(hasAccess(seen) && heldRoles !== 'notKnown' && heldRoles.length === 0 ? [text.noRolesHeld] : []),
    ...(hasAccess(seen) && seen.isProvider && allowedRoles === 'notKnown'
      ? [text.allowedNotKnown(whyMissing(messages, reads, 'allowedRoles'))]
      : []),
    ...(trust === undefined || !hasAccess(seen) ? [] : [trustText(messages, trust)]),
    sold[`${sells}`],
  ];
}

/** What a tenant accepts at sign-in from that of a partner. */
function trustText({ format, standing: text }: Messages, trust: InboundTrust): string {
  const kinds = ['acceptsMfa', 'acceptsCompliantDevice', 'acceptsHybridJoinedDevice'] as const;
  const accepted = kinds.filter((kind) => trust[kind]).map((kind) => text.trusted[kind]);
  return accepted.length > 0 ? text.trusts(format.list(accepted)) : text.trustsNothing;
}

interface Group {
  readonly lead: string;
  readonly isWarning: boolean;
  readonly roles: readonly string[];
}

/** Its roles, each once, by whether it holds them and whether that was decided here; the gravest group first. */
function roleGroups(messages: Messages, joined: JoinedPartner, now: Instant) {
  const { format, partner: text } = messages;
  let rowsLeft = maxRows;
  let namesLeft = maxNamed;
  return groupsOf(messages, joined, now).map(({ lead, isWarning, roles }) => {
    const rows = roleRows(messages, roles);
    const shown = rows.slice(0, rowsLeft);
    rowsLeft -= shown.length;
    const others = rows.slice(shown.length).map(({ name }) => name);
    const named = others.slice(0, namesLeft);
    namesLeft -= named.length;
    const further = others.length - named.length;
    if (further > 0) named.push(text.otherRoles(format, further));
    return {
      lead,
      leadColor: isWarning ? 'attention' : 'default',
      roles: shown,
      otherRoles: optional(named.join(', ') || undefined),
    };
  });
}

function groupsOf(messages: Messages, joined: JoinedPartner, now: Instant): readonly Group[] {
  const { partner, standing: text } = messages;
  const { relationship, seen, more, standing } = joined;
  const decided = decidedRoles(joined, now);
  const group = (lead: string, roles: readonly string[], isWarning = false) => ({ lead, isWarning, roles });
  if (seen === undefined || !hasAccess(seen)) return [group(partner.rolesLead, decided)].filter(hasRoles);
  const held = listed(seen.heldRoles);
  const allowed = listed(seen.allowedRoles).filter((role) => !held.includes(role));
  const isToGo = standing === 'awaitingRemoval' || standing === 'returned';
  const beyond = new Set(relationship === undefined || isToGo ? [] : more);
  const all = new Set([...held, ...allowed]);
  return [
    group(
      text.heldBeyond,
      held.filter((role) => beyond.has(role)),
      true,
    ),
    group(
      text.allowedBeyond,
      allowed.filter((role) => beyond.has(role)),
      true,
    ),
    group(
      isToGo ? text.rolesStillHeld : text.rolesHeld,
      held.filter((role) => !beyond.has(role)),
    ),
    group(
      text.rolesAllowed,
      allowed.filter((role) => !beyond.has(role)),
    ),
    group(
      text.rolesMissing,
      decided.filter((role) => !all.has(role.toLowerCase())),
    ),
  ].filter(hasRoles);
}

function hasRoles({ roles }: Group): boolean {
  return roles.length > 0;
}

function listed(roles: readonly string[] | 'notKnown'): readonly string[] {
  return roles === 'notKnown' ? [] : roles;
}
