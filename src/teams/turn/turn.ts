import type { DialogContext } from 'botbuilder-dialogs';
import type { Actor } from '../../domain/actor.ts';
import type { Messages } from '../../i18n/messages.ts';
import type { AdaptiveCard } from '../cards/card.ts';
import type { DeskActivity } from '../channel/activity-schema.ts';

/** One message or press of a person, which leads to one card. */
export interface Turn {
  /** Correlation id: in every log line of the turn, and on the card of a defect. */
  readonly reference: string;
  readonly actor: Actor;
  readonly messages: Messages;
  readonly activity: DeskActivity;
  /** The dialogs of this conversation. */
  readonly dialogs: DialogContext;
  /**
   * Reads the address in the person's Teams profile from the chat's roster; undefined if it has none, or cannot be read.
   */
  readonly profileAddress: () => Promise<string | undefined>;
  /** Resolves once the reply was sent or has failed. */
  readonly replied: Promise<void>;
  /** Sets the card to reply with. */
  readonly show: (card: AdaptiveCard) => void;
  /** Runs work with the id of the message that the card is posted in; not if the card replaces another. */
  readonly whenPosted: (work: (message: string) => Promise<void>) => void;
}
