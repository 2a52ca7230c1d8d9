import { noteAbsence } from '../../application/notifications/subscriptions.ts';
import { DomainError } from '../../domain/domain-error.ts';
import { subscriberIdOf } from '../../domain/notifications/subscriber.ts';
import { showHelpFor } from '../help/show-help.ts';
import { answerFileConsent } from '../history/answer-file-consent.ts';
import { reviewMessage, reviewText } from '../invitations/receive-text.ts';
import { registerChat } from '../notifications/subscriptions.ts';
import { audienceOf } from '../turn/chat-of.ts';
import type { Desk } from '../turn/services.ts';
import type { Occasion } from '../turn/turn-request.ts';
import type { Turn } from '../turn/turn.ts';
import { actions } from './card-actions.ts';
import { perform } from './commands.ts';
import { understandTurn } from './understand-turn.ts';

/** Does what the activity asks, and shows a card. @throws DomainError for what the person can do something about */
export async function answer(desk: Desk, turn: Turn, occasion: Occasion): Promise<void> {
  switch (occasion.kind) {
    case 'said':
      if (await reviewText(desk, turn, occasion.text)) return;
      return perform(desk, turn, await understandTurn(desk, turn, occasion.text));
    case 'pressed': {
      const action = actions.get(occasion.verb);
      desk.meter.note({ kind: 'tap', verb: action === undefined ? 'unknown' : occasion.verb });
      if (action === undefined) throw new DomainError('invalid-action', {});
      return action.run(desk, turn, occasion.data);
    }
    case 'fileConsent':
      return answerFileConsent(desk, turn, occasion.consent);
    case 'handedOver':
      return reviewMessage(desk, turn, occasion.text);
    case 'installed':
      // In a team or group chat someone has to ask for it: “notify here”.
      if (turn.activity.conversation.conversationType === 'personal') await registerChat(desk, turn);
      showHelpFor(desk, turn, { kind: 'welcome', by: turn.actor.name });
      return;
    case 'uninstalled':
      return noteAbsence(desk, turn.actor.tenant, subscriberIdOf(audienceOf(turn)));
    case 'unknownInvoke':
    case 'nothing':
      return;
  }
}
