import { stopNotifying as stopNotifyingChat } from '../../application/stop-notifying.ts';
import { noticeView } from '../cards/notice-view.ts';
import { render } from '../cards/render.ts';
import { registerChat } from '../register-chat.ts';
import { audienceOf } from '../turn/chat-of.ts';
import type { Desk } from '../turn/services.ts';
import type { Turn } from '../turn/turn.ts';

/** Has this chat told of invitations from now on, and says so. */
export async function notifyHere(desk: Desk, turn: Turn): Promise<void> {
  await registerChat(desk, turn);
  const { notifyHereTitle, notifyHere: text } = turn.messages.invitation;
  turn.show(render('notice', noticeView(turn.messages, { title: notifyHereTitle, text })));
}

/** Has this chat told of invitations no longer, and says so. */
export async function stopNotifying({ store }: Desk, turn: Turn): Promise<void> {
  await stopNotifyingChat({ store }, turn.actor.tenant, audienceOf(turn));
  const { stopNotifyingTitle, stopNotifying: text } = turn.messages.invitation;
  turn.show(render('notice', noticeView(turn.messages, { title: stopNotifyingTitle, text })));
}
