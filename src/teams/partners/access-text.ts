import type { Effect } from '../../domain/invitations/invitation-status.ts';
import type { Attention } from '../../domain/partners/attention.ts';
import type { DelegatedAdminAccess } from '../../domain/partners/delegated-admin-access.ts';
import type { PartnerRelationship } from '../../domain/partners/relationship.ts';
import type { Messages } from '../../i18n/messages.ts';
import { joinedByDots } from '../cards/text.ts';

/** What was decided about a partner, as far as anything was. */
interface Decided {
  readonly relationship?: PartnerRelationship;
  readonly attention: Attention;
}

/** A partner's current delegated administration: none, active with its number of roles, ended or removed. */
export function accessLine(messages: Messages, { relationship, attention }: Decided): string {
  const { format, partner: text } = messages;
  const { access } = attention;
  switch (access.kind) {
    case 'none':
      return text.noAccess;
    case 'ended':
      return text.ended(format.date(access.at));
    case 'removed':
      return access.effect.kind === 'awaiting' && !messages.readsTenant
        ? text.removalAwaiting
        : text.removed(format.date(access.at));
    case 'active':
      return joinedByDots([
        isAwaiting(relationship, access) ? text.awaiting : text.active,
        ...rolesCounted(messages, attention),
      ]);
  }
}

function rolesCounted({ format, partner: text }: Messages, attention: Attention): readonly string[] {
  const { roles, privilegedRoles, holdsUnknownRoles, marks } = attention;
  return [
    ...(marks.includes('classicAdministration') ? [text.classic] : []),
    ...(roles.length > 0 ? [text.countedRoles(format, roles.length)] : []),
    ...(privilegedRoles > 0 ? [text.countedPrivileged(format, privilegedRoles)] : []),
    ...(holdsUnknownRoles ? [text.rolesNotKnown] : []),
  ];
}

/** When it became a partner and, if it has permissions, when they end and the days left. */
export function periodLine({ format, partner: text }: Messages, listed: Decided): string {
  const [since] = (listed.relationship?.functions ?? []).map((entry) => entry.since).toSorted();
  const { at, access, until, marks } = listed.attention;
  const parts = since === undefined ? [] : [text.since(format.date(since))];
  if (access.kind === 'active') {
    if (until === undefined) {
      parts.push(access.grants.every(({ kind }) => kind === 'classic') ? text.noEnd : text.endNotKnown);
    } else {
      const ends = marks.includes('extendsItself') ? text.extendsOn : text.until;
      parts.push(ends(format, format.date(until), format.daysUntil(at, until)));
    }
  }
  return joinedByDots(parts);
}

/** Whether the tenant does not show the grant yet: until then it must not be called active. */
function isAwaiting(
  relationship: PartnerRelationship | undefined,
  { grants }: Extract<DelegatedAdminAccess, { readonly kind: 'active' }>,
): boolean {
  const functions = relationship?.functions ?? [];
  return grants.every(({ invitation }) =>
    functions.some((entry) => entry.invitation === invitation && entry.effect.kind === 'awaiting'),
  );
}

/** The progress of a removal, in words. */
export function removalEffectText({ partner }: Messages, effect: Effect): string {
  return partner.removalEffect[effect.kind];
}

/** A partner's marks in a few words each, the gravest first. */
export function markWords(
  { format, partner: text }: Messages,
  { marks, daysUnreviewed }: Attention,
): readonly string[] {
  return marks.map((mark) => {
    const words = mark === 'notReviewed' ? text.notReviewed(format, daysUnreviewed) : text.marks[mark];
    return `⚠\u00a0${words}`;
  });
}
