import {
  maxInvitationsPerMessage,
  reviewShownMessage,
  type Review,
} from '../../application/invitations/review-shown-message.ts';
import { keepPostedCard } from '../../application/notifications/keep-posted-card.ts';
import { claimsIn } from '../../domain/invitations/claims/claims.ts';
import { findInvitations } from '../../domain/invitations/link/find-invitations.ts';
import { opensAnotherCloud } from '../../domain/invitations/admin-center-page.ts';
import { textOfMessage } from '../../domain/invitations/message/message-text.ts';
import type { ShownMessage } from '../../domain/invitations/message/shown-message.ts';
import { subscriberIdOf } from '../../domain/notifications/subscriber.ts';
import { knownRoles } from '../../i18n/known-roles.ts';
import type { Messages } from '../../i18n/messages.ts';
import { audienceOf } from '../turn/chat-of.ts';
import { errorText } from '../turn/error-text.ts';
import { noticeCard } from '../turn/notice-view.ts';
import type { Services } from '../turn/services.ts';
import type { Turn } from '../turn/turn.ts';
import { invitationsCard } from './invitations-view.ts';
import { linkNoticeCard } from './links/link-notice-view.ts';
import { cardRevision } from './render-invitation-post.ts';
import { showInvitation } from './show-invitation.ts';
import { unnamedText } from './unnamed-text.ts';
import { warningCard } from './links/warning-view.ts';

type Needs = Pick<
  Services,
  | 'store'
  | 'directory'
  | 'roles'
  | 'clock'
  | 'newId'
  | 'announcements'
  | 'pasteLimits'
  | 'meter'
  | 'readsTenant'
  | 'partnersPage'
>;
type Received = Extract<Review, { readonly outcome: 'received' }>;

/** Whether a message is about an invitation, about something that looks like one, or nothing but a link. */
export function holdsInvitation({ parts }: ShownMessage): boolean {
  return findInvitations(parts).outcome !== 'none';
}

/** Reviews a pasted message that holds an invitation: shows its card, a list of several, or a warning. */
export async function reviewPasted(services: Needs, turn: Turn, message: ShownMessage): Promise<void> {
  const review = await reviewed(services, turn, message, 'pasted');
  if (review.outcome === 'none') throw new Error('the message holds no invitation');
  if (review.outcome === 'received') await showReceived(services, turn, review);
  else showRefused(turn, review, { isPlain: false });
}

/**
 * The same for a message sent with the message action. Its dialog has no room for decisions: an invitation is posted to
 * the person's own chat with the desk.
 */
export async function reviewHandedOver(services: Needs, turn: Turn, message: ShownMessage): Promise<void> {
  const review = await reviewed(services, turn, message, 'message');
  const { invitation: words } = turn.messages;
  if (review.outcome !== 'received' && review.outcome !== 'none') {
    showRefused(turn, review, { isPlain: true });
    return;
  }
  const outcome =
    review.outcome === 'received'
      ? [words.reviewed, ...whatWasLeft(turn.messages, review)].join(' ')
      : words.nothingToReview;
  turn.show(noticeCard(turn.messages, { title: words.listTitle, text: outcome, isPlain: true }));
}

/** The same for a mail that was sent as a file. */
export async function reviewFile(services: Needs, turn: Turn, message: ShownMessage): Promise<void> {
  const review = await reviewed(services, turn, message, 'file');
  const { nothingInFile: text, nothingInFileTitle: title } = turn.messages.invitation;
  if (review.outcome === 'none') turn.show(noticeCard(turn.messages, { title, text }));
  else if (review.outcome === 'received') await showReceived(services, turn, review);
  else showRefused(turn, review, { isPlain: false });
}

/**
 * The same for one of several messages. Its invitation is posted to the person's own chat with the desk.
 * @returns what came of it; one line
 */
export async function reviewInShort(
  services: Needs,
  turn: Turn,
  message: ShownMessage,
  origin: 'pasted' | 'file',
): Promise<string> {
  const review = await reviewed(services, turn, message, origin, 'elsewhere');
  const { invitation: words } = turn.messages;
  switch (review.outcome) {
    case 'received':
      return [words.reviewed, ...whatWasLeft(turn.messages, review)].join(' ');
    case 'suspicious':
      return `${words.warningTitle}. ${words.warningLead} ${words.suspicions[review.suspicion.reason].replace(/\s*:$/, '.')}`;
    case 'notice':
      return `${turn.messages.links.notices[review.notice.kind].title}.`;
    case 'unnamed':
      return `${words.unnamedTitle}.`;
    case 'full':
      return `${words.notKeptTitle}.`;
    case 'none':
      return words.nothingInFile;
  }
}

async function reviewed(
  services: Needs,
  turn: Turn,
  message: ShownMessage,
  origin: 'pasted' | 'message' | 'file',
  where: 'here' | 'elsewhere' = origin === 'message' ? 'elsewhere' : 'here',
): Promise<Review> {
  const shownIn = where === 'here' ? subscriberIdOf(audienceOf(turn)) : undefined;
  const review = await reviewShownMessage(services, turn.actor, {
    message,
    origin,
    shownIn,
    claimsIn: (shown) => claimsIn(textOfMessage(shown), knownRoles),
  });
  if (review.outcome === 'received') services.announcements.wake(turn.actor.tenant);
  const full = 'full' in review ? review.full : undefined;
  if (full !== undefined) services.meter.record({ kind: 'refusal', reason: full.code });
  return review;
}

function showRefused(
  { messages, show }: Turn,
  review: Extract<Review, { readonly outcome: 'suspicious' | 'notice' | 'unnamed' | 'full' }>,
  { isPlain }: { readonly isPlain: boolean },
): void {
  const { unnamedTitle, notKeptTitle } = messages.invitation;
  if (review.outcome === 'suspicious') {
    show(warningCard(messages, review.suspicion));
    return;
  }
  if (review.outcome === 'notice') {
    show(linkNoticeCard(messages, review.notice, { isPlain }));
    return;
  }
  const [title, text] =
    review.outcome === 'full'
      ? [notKeptTitle, errorText(messages, review.full)]
      : [unnamedTitle, unnamedText(messages, review.link)];
  show(noticeCard(messages, { title, text, isPlain: true }));
}

/** What was not done about the rest of a message. */
function whatWasLeft(messages: Messages, { results, found, full, isAmbiguous }: Received): string[] {
  const { format, invitation: words } = messages;
  const beyond = found - maxInvitationsPerMessage;
  const notKept = Math.min(found, maxInvitationsPerMessage) - results.length;
  return [
    ...(full === undefined ? [] : [words.notKept(format, { notKept, found }), errorText(messages, full)]),
    ...(beyond > 0 ? [words.beyond(format, { found, max: maxInvitationsPerMessage, beyond })] : []),
    ...(isAmbiguous ? [words.ambiguous] : []),
  ];
}

async function showReceived(services: Needs, turn: Turn, review: Received): Promise<void> {
  const { results } = review;
  const [first, ...others] = results;
  const isElsewhere = ({ invitation }: Received['results'][number]): boolean =>
    services.readsTenant && opensAnotherCloud(invitation, services.partnersPage);
  const left = [
    ...whatWasLeft(turn.messages, review),
    ...(results.some(isElsewhere) ? [turn.messages.links.otherCloud] : []),
  ];
  if (others.length === 0) {
    const subject = { kind: 'invitation', invitation: first.invitation.id } as const;
    const subscriber = subscriberIdOf(audienceOf(turn));
    turn.whenPosted((message) =>
      keepPostedCard(services, turn.actor.tenant, {
        subject,
        subscriber,
        card: { message, revision: cardRevision(first.invitation) },
      }),
    );
    const note = left.length === 0 ? undefined : left.join(' ');
    return showInvitation(services, turn, first.invitation.id, { note });
  }
  const { format, invitation: words } = turn.messages;
  const items = results.map(({ invitation }) => invitation);
  const isAllKept = results.length === review.found;
  const note = [...(isAllKept ? [words.found(format, items.length)] : []), ...left].join(' ');
  const content = { which: 'pending', page: { items }, isFirst: true, note } as const;
  turn.show(invitationsCard(turn.messages, content));
}
