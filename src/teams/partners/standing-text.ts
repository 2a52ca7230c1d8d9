import { accessAt } from '../../domain/partners/access-at.ts';
import { rolesOf } from '../../domain/partners/delegated-admin-access.ts';
import { isRemoved } from '../../domain/partners/relationship-transitions.ts';
import type { Instant } from '../../domain/instant.ts';
import type { JoinedPartner } from '../../domain/tenant/join-partners.ts';
import type { Standing } from '../../domain/tenant/standing.ts';
import { hasAccess, rolesSeen } from '../../domain/tenant/tenant-snapshot.ts';
import type { Messages } from '../../i18n/messages.ts';
import { joinedByDots } from '../cards/text.ts';
import { roleRows } from '../invitations/administration-view.ts';

const colors: Readonly<Record<Standing, 'good' | 'warning' | 'attention' | 'default'>> = {
  unknown: 'attention',
  returned: 'attention',
  more: 'attention',
  gone: 'attention',
  awaiting: 'warning',
  awaitingRemoval: 'warning',
  confirmed: 'good',
  notShown: 'default',
  notRead: 'default',
  resellerOnly: 'default',
  support: 'default',
  removed: 'default',
};

/** How a partner stands, in the settled words, with the roles that this is about: what a hurried person reads. */
export function standingView(messages: Messages, joined: JoinedPartner, now: Instant) {
  const color = colors[joined.standing];
  const words = joinedByDots([standingWords(messages, joined), ...rolesCounted(messages, joined, now)]);
  return { standing: color === 'attention' ? `⚠\u00a0${words}` : words, standingColor: color };
}

/** How a partner stands, in the settled words alone. */
function standingWords({ standing: text }: Messages, { standing, relationship }: JoinedPartner): string {
  if (standing !== 'removed') return text.words[standing];
  if (relationship === undefined || !isRemoved(relationship)) return text.removed.decided;
  const { kind } = relationship.delegatedAdmin.effect;
  return kind === 'confirmed' || kind === 'said' ? text.removed[kind] : text.removed.decided;
}

/** How certain a name is that nothing confirms: what an invitation says, or what a tenant calls itself. */
export function claimedName(
  { partner, standing: text }: Messages,
  joined: Pick<JoinedPartner, 'relationship'>,
): string {
  return isNamedByInvitation(joined) ? partner.claimedName : text.ownNameShort;
}

/** Whether its name is one that an invitation gave, and not what its own tenant calls itself. */
export function isNamedByInvitation(joined: Pick<JoinedPartner, 'relationship'>): boolean {
  return isAuthorized(joined) && joined.relationship?.partner.name !== undefined;
}

/** Whether any function was authorized here; reviews and removals of others are on record, too. */
export function isAuthorized({ relationship }: Pick<JoinedPartner, 'relationship'>): boolean {
  return relationship !== undefined && relationship.functions.length > 0;
}

/** What a standing means, in one sentence. */
export function standingMeaning({ standing: text }: Messages, joined: JoinedPartner): string {
  const { standing, relationship } = joined;
  if (standing === 'unknown' && isAuthorized(joined)) return text.perhapsUnknown;
  if (standing === 'gone' && relationship === undefined) return text.goneUndecided;
  if (standing !== 'removed') return text.meaning[standing];
  const isConfirmed =
    relationship !== undefined &&
    isRemoved(relationship) &&
    relationship.delegatedAdmin.effect.kind === 'confirmed';
  return isConfirmed ? text.noneSeen : text.noneSeenYet;
}

function rolesCounted(messages: Messages, joined: JoinedPartner, now: Instant): readonly string[] {
  const { format, partner, standing: text } = messages;
  const { seen } = joined;
  if (seen === undefined || !hasAccess(seen)) {
    const decided = decidedRoles(joined, now);
    return decided.length > 0 ? [text.decidedRoles(format, decided.length)] : [];
  }
  const roles = rolesSeen(seen);
  if (roles === 'notKnown') return [text.rolesNotRead];
  if (roles.length === 0) return [];
  const privileged = roleRows(messages, roles).filter(({ levelColor }) => levelColor === 'attention').length;
  return [
    partner.countedRoles(format, roles.length),
    ...(privileged > 0 ? [partner.countedPrivileged(format, privileged)] : []),
  ];
}

/** The roles that a partner should have by what was decided here; role template ids. */
export function decidedRoles({ relationship }: JoinedPartner, now: Instant): readonly string[] {
  const access = relationship && accessAt(relationship.delegatedAdmin, now);
  return access?.kind === 'active' ? [...new Set(access.grants.flatMap(rolesOf))] : [];
}
