import { notePresence } from '../application/note-presence.ts';
import { showWhatIsPending } from '../application/notifications/announce-pending-invitations.ts';
import { registerSubscriber } from '../application/notifications/subscriptions.ts';
import { chatOf } from './turn/chat-of.ts';
import type { Desk } from './turn/services.ts';
import type { Turn } from './turn/turn.ts';

/** Has this chat told of invitations from now on, and shown those that wait already where it is new. */
export async function registerChat(desk: Desk, turn: Turn): Promise<void> {
  const { tenant } = turn.actor;
  const chat = chatOf(turn);
  const registration = await registerSubscriber(desk, tenant, chat);
  if (registration === 'new') await showWhatIsPending(desk, tenant, chat.audience);
}

/** Keeps the chat's address up to date, and shows a chat that had been out of reach what waits now. */
export async function keepInTouch(desk: Desk, turn: Turn): Promise<void> {
  const { tenant } = turn.actor;
  const chat = chatOf(turn);
  const isBack = await notePresence(desk, tenant, chat);
  if (isBack) await showWhatIsPending(desk, tenant, chat.audience);
}
