import type { TurnContext } from 'botbuilder';
import type { DialogContext } from 'botbuilder-dialogs';
import type { Actor } from '../../domain/actor.ts';
import type { Messages } from '../../i18n/messages.ts';
import type { AdaptiveCard } from '../cards/card.ts';
import type { DeskActivity } from '../channel/activity-schema.ts';
import type { Refinement } from '../understanding/meaning.ts';

/** One thing that a person said or pressed, on its way to one card. */
export interface Turn {
  /** In every line that is logged on the way, and on the card where something goes wrong. */
  readonly reference: string;
  readonly actor: Actor;
  readonly messages: Messages;
  readonly activity: DeskActivity;
  readonly dialogs: DialogContext;
  /** What the person said about the results on the screen, for the dialog that shows them. */
  refinement?: Refinement;
  /** Resolves once the person has been answered, or could not be. */
  readonly replied: Promise<void>;
  /** What is to be done with the id of the message that the card was posted in. */
  whenPosted?: (message: string) => Promise<void>;
  /** Chooses the card to answer with. */
  readonly show: (card: AdaptiveCard) => void;
}

const key = Symbol('turn');

/** Lets the dialogs of this context find the turn. */
export function keepTurn(context: TurnContext, turn: Turn): void {
  context.turnState.set(key, turn);
}

/** The turn that a dialog runs in. */
export function turnOf(context: TurnContext): Turn {
  const turn = context.turnState.get<Turn | undefined>(key);
  if (turn === undefined) throw new Error('a dialog ran outside a turn');
  return turn;
}
