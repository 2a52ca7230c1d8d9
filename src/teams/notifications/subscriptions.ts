import { showWhatIsPending } from '../../application/notifications/announce-pending-invitations.ts';
import {
  stopNotifying as stopNotifyingChat,
  markReachable,
  registerSubscriber,
} from '../../application/notifications/subscriptions.ts';
import { audienceOf, chatOf } from '../turn/chat-of.ts';
import { noticeCard } from '../turn/notice-view.ts';
import type { Services } from '../turn/services.ts';
import type { Turn } from '../turn/turn.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'announcements' | 'newId'>;

/** Subscribes this chat to invitations and confirms it. */
export async function notifyHere(services: Needs, turn: Turn): Promise<void> {
  await registerChat(services, turn);
  const { notifyHereTitle, notifyHere: text } = turn.messages.invitation;
  turn.show(noticeCard(turn.messages, { title: notifyHereTitle, text }));
}

/** Unsubscribes this chat from invitations and confirms it. */
export async function stopNotifying({ store }: Pick<Services, 'store'>, turn: Turn): Promise<void> {
  await stopNotifyingChat({ store }, turn.actor.tenant, audienceOf(turn));
  const { stopNotifyingTitle, stopNotifying: text } = turn.messages.invitation;
  turn.show(noticeCard(turn.messages, { title: stopNotifyingTitle, text }));
}

/** Subscribes this chat to invitations; a new chat is shown the pending ones. */
export async function registerChat(services: Needs, turn: Turn): Promise<void> {
  const { tenant } = turn.actor;
  const chat = chatOf(turn);
  const registration = await registerSubscriber(services, tenant, chat);
  if (registration === 'new') await showWhatIsPending(services, tenant, chat.audience);
}

/** Updates the chat's address; a chat that was unreachable is shown what is pending. */
export async function refreshChat(services: Needs, turn: Turn): Promise<void> {
  const { tenant } = turn.actor;
  const chat = chatOf(turn);
  const wasUnreachable = await markReachable(services, tenant, chat);
  if (wasUnreachable) await showWhatIsPending(services, tenant, chat.audience);
}
