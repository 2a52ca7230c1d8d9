import { z } from 'zod';
import { cancelGroup, openGroup, type GroupReceipt } from '../../application/invitations/cancel-group.ts';
import { groupsNamed } from '../../application/invitations/pending-groups.ts';
import { invitationId, personId, providerId } from '../../domain/identifiers.ts';
import { notAllowed } from '../../domain/invitations/decision-rights.ts';
import {
  mailboxGroup,
  pendingGroupKinds,
  type PendingGroup,
} from '../../domain/invitations/pending-group.ts';
import { maxReasonLength } from '../../domain/plain-text.ts';
import type { Messages } from '../../i18n/messages.ts';
import { action } from '../turn/action.ts';
import type { Services } from '../turn/services.ts';
import type { Turn } from '../turn/turn.ts';
import { invitationsCancelCard } from './invitations-cancel-view.ts';
import { showPendingInvitations } from './show-invitations.ts';

type Needs = Pick<Services, 'store' | 'roles' | 'clock' | 'announcements'>;

/** Clients show no more buttons in a row. */
const maxChoices = 5;

const id = z.string().min(1).max(128);
const group = z.looseObject({ kind: z.enum(pendingGroupKinds), of: id });

function groupOf({ kind, of }: z.infer<typeof group>): PendingGroup {
  if (kind === 'mailbox') return mailboxGroup;
  return kind === 'person' ? { kind, of: personId(of) } : { kind, of: providerId(of) };
}

/** Asks whether to cancel all pending invitations that a person pasted, all of a partner, or all that came by mail. */
export const askCancelGroup = action(group, (services, turn, data) =>
  askAbout(services, turn, groupOf(data)),
);

const cancellation = z.looseObject({
  ...group.shape,
  upTo: id.transform(invitationId),
  /** How many the person was asked about; only said again. */
  asked: z.int().min(0).catch(0),
  /** How many were pending then; absent on older cards. */
  known: z.int().min(0).optional().catch(undefined),
  submitted: z.enum(['true', 'false']).exactOptional(),
  reason: z.string().max(maxReasonLength).exactOptional(),
});

/** Cancels them and shows what is left. */
export const cancelSeveral = action(cancellation, async (services, turn, data) => {
  const { upTo, reason, known, asked } = data;
  const withSubmitted = data.submitted === 'true';
  const cancelling = { group: groupOf(data), upTo, withSubmitted, known, reason };
  const receipt = await cancelGroup(services, turn.actor, cancelling);
  if (receipt.cancelled > 0) services.announcements.wake(turn.actor.tenant);
  await showPendingInvitations(services, turn, {
    note: whatHappened(turn.messages, receipt, known === undefined ? asked : 0),
  });
});

/** Handles “cancel all invitations from Fabrikam”: asks for confirmation, or first whose are meant. */
export async function askCancelByName(services: Needs, turn: Turn, said: string): Promise<void> {
  const { cancelling: text } = turn.messages;
  if (said === '') return showPendingInvitations(services, turn, { note: text.chooseWhose });
  const meant = await groupsNamed(services, turn.actor, said);
  const [only, ...others] = meant;
  if (only === undefined) return showPendingInvitations(services, turn, { note: text.unknownName });
  if (others.length === 0) return askAbout(services, turn, only.group);
  const groups = meant.slice(0, maxChoices);
  return showPendingInvitations(services, turn, { note: text.which, groups });
}

async function askAbout(services: Needs, turn: Turn, asked: PendingGroup): Promise<void> {
  const opened = await openGroup(services, turn.actor, asked);
  if (opened.pasted.length + opened.submitted.length > 0) {
    turn.show(invitationsCancelCard(turn.messages, opened));
    return;
  }
  if (opened.others[0] !== undefined) throw notAllowed(opened.others[0]);
  const { cancelling: text, format } = turn.messages;
  const note = opened.shared > 0 ? text.sharedStay(format, opened.shared) : text.nonePending;
  await showPendingInvitations(services, turn, { note });
}

/** @param askedByOlderCard how many a card asked about that does not say how many were pending; else 0 */
function whatHappened(
  { cancelling: text, format }: Messages,
  { cancelled, shared, others, settled, unsaved }: GroupReceipt,
  askedByOlderCard: number,
): string {
  const gone = Math.max(settled, askedByOlderCard - cancelled - shared - others - unsaved);
  return [
    text.done(format, cancelled),
    ...(gone > 0 ? [text.settled(format, gone)] : []),
    ...(shared > 0 ? [text.sharedStay(format, shared)] : []),
    ...(others > 0 ? [text.otherRoleStay(format, others)] : []),
    ...(unsaved > 0 ? [text.unsaved(format, unsaved)] : []),
  ].join(' ');
}
