import { rememberConversation } from '../application/remember-conversation.ts';
import { DomainError } from '../domain/domain-error.ts';
import { actions } from './actions/actions.ts';
import { perform } from './commands.ts';
import { privateReference } from './conversation-reference.ts';
import type { Desk } from './desk.ts';
import type { Occasion } from './occasion.ts';
import { showHelpFor } from './show-help.ts';
import type { Turn } from './turn.ts';
import { understandTurn } from './understand-turn.ts';

/** Does what the activity asks, and shows a card. @throws DomainError for what the person can do something about */
export async function answer(desk: Desk, turn: Turn, occasion: Occasion): Promise<void> {
  switch (occasion.kind) {
    case 'said':
      return perform(desk, turn, await understandTurn(desk, turn, occasion.text));
    case 'pressed': {
      const action = actions.get(occasion.verb);
      if (action === undefined) throw new DomainError('invalid-action', {});
      return action.run(desk, turn, occasion.data);
    }
    case 'installed':
      await rememberConversation(desk, turn.actor, privateReference(turn.activity));
      showHelpFor(desk, turn, { kind: 'welcome', by: turn.actor.name });
      return;
    case 'unknownInvoke':
    case 'nothing':
      return;
  }
}
