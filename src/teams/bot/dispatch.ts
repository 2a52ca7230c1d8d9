import { markUnreachable } from '../../application/notifications/subscriptions.ts';
import { DomainError } from '../../domain/domain-error.ts';
import { subscriberIdOf } from '../../domain/notifications/subscriber.ts';
import { showHelpFor } from '../help/show-help.ts';
import { answerFileConsent } from '../history/answer-file-consent.ts';
import { reviewMessage, reviewText } from '../invitations/receive-text.ts';
import { registerChat } from '../notifications/subscriptions.ts';
import { audienceOf } from '../turn/chat-of.ts';
import type { Services } from '../turn/services.ts';
import type { TurnRequest } from '../turn/turn-request.ts';
import type { Turn } from '../turn/turn.ts';
import { actions } from './card-actions.ts';
import { perform } from './commands.ts';
import { understandTurn } from './understand-turn.ts';

/** Carries out a request and shows a card. @throws DomainError for what the person can act on */
export async function answer(services: Services, turn: Turn, request: TurnRequest): Promise<void> {
  switch (request.kind) {
    case 'said':
      if (await reviewText(services, turn, request.text)) return;
      return perform(services, turn, await understandTurn(services, turn, request.text));
    case 'pressed': {
      const action = actions.get(request.verb);
      services.meter.record({ kind: 'press', verb: action === undefined ? 'unknown' : request.verb });
      if (action === undefined) throw new DomainError('invalid-action', {});
      return action.run(services, turn, request.data);
    }
    case 'fileConsent':
      return answerFileConsent(services, turn, request.consent);
    case 'handedOver':
      return reviewMessage(services, turn, request.text);
    case 'installed':
      // In a team or group chat someone has to ask for it: “notify here”.
      if (turn.activity.conversation.conversationType === 'personal') await registerChat(services, turn);
      showHelpFor(turn, { kind: 'welcome', by: turn.actor.name });
      return;
    case 'uninstalled':
      return markUnreachable(services, turn.actor.tenant, subscriberIdOf(audienceOf(turn)));
    case 'unknownInvoke':
    case 'nothing':
      return;
  }
}
