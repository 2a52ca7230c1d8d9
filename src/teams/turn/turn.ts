import type { DialogContext } from 'botbuilder-dialogs';
import type { Actor } from '../../domain/actor.ts';
import type { Messages } from '../../i18n/messages.ts';
import type { AdaptiveCard } from '../cards/card.ts';
import type { DeskActivity } from '../channel/activity-schema.ts';

/** One thing that a person said or pressed, on its way to one card. */
export interface Turn {
  /** In every line that is logged on the way, and on the card where something goes wrong. */
  readonly reference: string;
  readonly actor: Actor;
  readonly messages: Messages;
  readonly activity: DeskActivity;
  /** What goes on in this conversation from turn to turn. */
  readonly dialogs: DialogContext;
  /** Resolves once the person has been answered, or could not be. */
  readonly replied: Promise<void>;
  /** Chooses the card to answer with. */
  readonly show: (card: AdaptiveCard) => void;
  /** Has something done with the id of the message that the card is posted in; not where it takes the place of another. */
  readonly whenPosted: (work: (message: string) => Promise<void>) => void;
}
