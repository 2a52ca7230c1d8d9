import type { Effect } from '../../domain/invitations/invitation-status.ts';
import type { InvitationThatIs } from '../../domain/invitations/invitation.ts';
import { isShownByTenant } from '../../domain/tenant/what-shows.ts';
import type { en } from '../../i18n/en.ts';
import type { Messages } from '../../i18n/messages.ts';
import { optional, personName, shortened } from '../cards/text.ts';
import { roleNames } from './role-names.ts';

/** What still has to be done at Microsoft, by kind of decision. */
export type Todo = keyof (typeof en)['atMicrosoft']['todo'];

/** What an authorization takes at Microsoft. */
export function todoOf(invitation: InvitationThatIs<'authorized'>): Todo {
  const { kind } = invitation.delegatedAdmin;
  const isShown = isShownByTenant(invitation);
  if (kind === 'classic') return kind;
  if (kind === 'granular') return isShown ? kind : 'sameRoles';
  return isShown ? 'reseller' : 'unshown';
}

const wordIsEnough: readonly Todo[] = ['unshown', 'classic', 'sameRoles', 'classicRemoval'];

/**
 * How far a decision has come at Microsoft: what is still to be done there and by whom, what was seen, or what somebody
 * says. Names are untrusted text.
 */
export function effectView(messages: Messages, effect: Effect, todo: Todo) {
  const { atMicrosoft: text, format, invitation } = messages;
  // A desk that only records says so of every decision, whatever was stored with it.
  const isKnown = !messages.isOnlyRecorded;
  const isAwaited = isKnown && effect.kind === 'awaiting';
  const confirmed = isKnown && effect.kind === 'confirmed' ? effect : undefined;
  const said = isKnown && effect.kind === 'said' ? effect : undefined;
  const { otherRoles, completed } = confirmed ?? {};
  const state = confirmed
    ? `${text.confirmed(format.moment(confirmed.at))}.`
    : said && text.said(personName(messages, said.by), format.moment(said.at));
  return {
    state: state ?? (isAwaited ? `${text.awaiting}.` : invitation.effect[effect.kind]),
    stateColor: isAwaited ? 'warning' : 'default',
    todo: optional(isAwaited ? text.todo[todo] : undefined),
    turns: optional(isAwaited && !wordIsEnough.includes(todo) ? text.turns : undefined),
    completed: optional(
      completed && text.completed(shortened(completed.by, 120), format.moment(completed.at)),
    ),
    hasOtherRoles: otherRoles !== undefined,
    otherRolesTitle: text.otherRoles,
    moreRoles: optional(namesOf(messages, otherRoles?.more, text.more)),
    missingRoles: optional(namesOf(messages, otherRoles?.missing, text.missing)),
    mayBeSaid: isAwaited && wordIsEnough.includes(todo),
    saidTitle: text.done,
  };
}

/** Maximum number of roles named in one line. */
const maxNamed = 30;

function namesOf(
  messages: Messages,
  ids: readonly string[] = [],
  say: (names: string) => string,
): string | undefined {
  return ids.length === 0 ? undefined : say(roleNames(messages, ids, maxNamed));
}
