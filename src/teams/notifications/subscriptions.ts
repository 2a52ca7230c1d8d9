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

/** Has this chat told of invitations from now on, and says so. */
export async function notifyHere(services: Needs, turn: Turn): Promise<void> {
  await registerChat(services, turn);
  const { notifyHereTitle, notifyHere: text } = turn.messages.invitation;
  turn.show(noticeCard(turn.messages, { title: notifyHereTitle, text }));
}

/** Has this chat told of invitations no longer, and says so. */
export async function stopNotifying({ store }: Pick<Services, 'store'>, turn: Turn): Promise<void> {
  await stopNotifyingChat({ store }, turn.actor.tenant, audienceOf(turn));
  const { stopNotifyingTitle, stopNotifying: text } = turn.messages.invitation;
  turn.show(noticeCard(turn.messages, { title: stopNotifyingTitle, text }));
}

/** Has this chat told of invitations from now on, and shown those that wait already where it is new. */
export async function registerChat(services: Needs, turn: Turn): Promise<void> {
  const { tenant } = turn.actor;
  const chat = chatOf(turn);
  const registration = await registerSubscriber(services, tenant, chat);
  if (registration === 'new') await showWhatIsPending(services, tenant, chat.audience);
}

/** Keeps the chat's address up to date, and shows a chat that had been out of reach what waits now. */
export async function keepInTouch(services: Needs, turn: Turn): Promise<void> {
  const { tenant } = turn.actor;
  const chat = chatOf(turn);
  const isBack = await markReachable(services, tenant, chat);
  if (isBack) await showWhatIsPending(services, tenant, chat.audience);
}
