import { showWhatIsPending } from '../../application/notifications/announce-pending-invitations.ts';
import { subscribeGroup, unsubscribeGroup } from '../../application/invitations/subscribe-group.ts';
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
type NeedsRoles = Needs & Pick<Services, 'roles'>;

/** Subscribes this chat to invitations and confirms it. In a shared one it takes a role. @throws DomainError */
export async function notifyHere(services: NeedsRoles, turn: Turn): Promise<void> {
  const { audience, ...chat } = chatOf(turn);
  if (audience.kind === 'person') await registerChat(services, turn);
  else {
    const registration = await subscribeGroup(services, turn.actor, { ...chat, audience });
    if (registration === 'new') await showWhatIsPending(services, turn.actor.tenant, audience);
  }
  const { notifyHereTitle, notifyHere: text } = turn.messages.invitation;
  turn.show(noticeCard(turn.messages, { title: notifyHereTitle, text }));
}

/** Unsubscribes this chat from invitations and confirms it, on the same terms. @throws DomainError */
export async function stopNotifying(services: NeedsRoles, turn: Turn): Promise<void> {
  const audience = audienceOf(turn);
  if (audience.kind === 'group') await unsubscribeGroup(services, turn.actor, audience);
  else await stopNotifyingChat(services, turn.actor.tenant, audience);
  const { stopNotifyingTitle, stopNotifying: text } = turn.messages.invitation;
  turn.show(noticeCard(turn.messages, { title: stopNotifyingTitle, text }));
}

/** Tells a guest of nothing any more, who was subscribed before the desk asked who is one. */
export async function dropGuest(
  { store }: Pick<Services, 'store'>,
  { actor, activity }: Turn,
): Promise<void> {
  const audience = audienceOf({ actor, activity });
  if (audience.kind === 'person') await stopNotifyingChat({ store }, actor.tenant, audience);
}

/** Subscribes a person's own chat to invitations; a new chat is shown the pending ones. */
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
