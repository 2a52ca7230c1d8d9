import type { OpenedGroup } from '../../application/invitations/cancel-group.ts';
import { rolesThatDecide } from '../../domain/invitations/decision-rights.ts';
import { includesDelegatedAdmin } from '../../domain/invitations/delegated-admin.ts';
import type { Invitation } from '../../domain/invitations/invitation.ts';
import type { PendingGroup } from '../../domain/invitations/pending-group.ts';
import type { Messages } from '../../i18n/messages.ts';
import { defineCard } from '../cards/define-card.ts';
import { optional, personName, shortened } from '../cards/text.ts';
import { identifyingName } from './partner-view.ts';

/** Rows beyond these are summed up in one. */
const maxRows = 5;
const maxNameLength = 80;

/** The question before several invitations are cancelled: how many, pasted by whom, of whom. */
export const invitationsCancelCard = defineCard('invitations-cancel', invitationsCancelView);

function invitationsCancelView(messages: Messages, opened: OpenedGroup) {
  const { decision, format, cancelling: text, invitation: words, vocabulary } = messages;
  const { group, pasted, submitted, others, shared, further, known } = opened;
  // Where all were submitted with a signature there is nothing to tick: the question is about them.
  const onlySubmitted = pasted.length === 0;
  const asked = onlySubmitted ? submitted : pasted;
  const all = [...pasted, ...submitted, ...others];
  const [first = all[0]] = asked;
  const roles = others[0] && rolesThatDecide(others[0]).map((role) => vocabulary.adminRoles[role]);
  const named = first === undefined ? '' : leadOf(messages, group, first);
  return {
    title: text.title(format, asked.length),
    lead: `${named} ${text.consequences}`,
    rows: rowsOf(messages, group, asked),
    others: optional(roles && text.othersStay(format, others.length, format.choice(roles))),
    // Of a partner, those are among the ones that were submitted.
    shared: optional(shared > 0 && group.kind !== 'partner' ? text.sharedStay(format, shared) : undefined),
    further: optional(further === 0 ? undefined : text.furtherStay(format, further)),
    asksSubmitted: submitted.length > 0 && !onlySubmitted,
    submittedTitle: text.alsoSubmitted(format, submitted.length),
    submittedLabel: text.submittedLabel,
    reason: decision.reason,
    cancelTitle: text.cancel(format, asked.length),
    cancelData: {
      kind: group.kind,
      of: group.of,
      upTo: all.map(({ id }) => id).reduce((one, other) => (one > other ? one : other)),
      asked: asked.length,
      known,
      ...(onlySubmitted && { submitted: 'true' }),
    },
    backTitle: words.back,
    backData: { which: 'pending' },
  };
}

function leadOf(messages: Messages, group: PendingGroup, first: Invitation): string {
  const { cancelling: text } = messages;
  if (group.kind === 'partner') return text.ofPartner(identifyingName(messages, first.partner));
  return broughtBy(messages, first);
}

/** How many of each partner or, of one partner, by each person or way. */
function rowsOf(messages: Messages, group: PendingGroup, asked: readonly Invitation[]) {
  const { cancelling: text, format } = messages;
  const keyOf = ({ partner, origin }: Invitation): string => {
    if (group.kind !== 'partner') return partner.id;
    return 'by' in origin ? origin.by.person : origin.kind;
  };
  const parts = new Map<string, Invitation[]>();
  for (const one of asked) parts.set(keyOf(one), [...(parts.get(keyOf(one)) ?? []), one]);
  const rows = [...parts.values()]
    .sort((one, other) => other.length - one.length)
    .map((part) => ({
      name: part
        .slice(0, 1)
        .map((one) => rowName(messages, group, one))
        .join(''),
      invitations: part.length,
      count: countOf(messages, part),
    }));
  const rest = rows.slice(maxRows);
  const left = rest.reduce((sum, { invitations }) => sum + invitations, 0);
  const summed =
    rest.length === 0 ? [] : [{ name: text.more(format, rest.length), count: text.count(format, left) }];
  return [...rows.slice(0, maxRows).map(({ name, count }) => ({ name, count })), ...summed];
}

function rowName(messages: Messages, group: PendingGroup, invitation: Invitation): string {
  return group.kind === 'partner'
    ? broughtBy(messages, invitation)
    : identifyingName(messages, invitation.partner);
}

function countOf({ cancelling: text, format }: Messages, part: readonly Invitation[]): string {
  const administration = part.filter((one) => includesDelegatedAdmin(one.function)).length;
  const count = text.count(format, part.length);
  return administration === 0 ? count : `${count} · ${text.withAdministration(format, administration)}`;
}

function broughtBy(messages: Messages, { origin }: Invitation): string {
  const { cancelling: text } = messages;
  if (origin.kind === 'posted') return text.submittedLabel;
  if (origin.kind === 'mailbox') return text.mailed;
  return text.pastedBy(shortened(personName(messages, origin.by), maxNameLength));
}
